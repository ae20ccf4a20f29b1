import type { Limit } from "#app/domain/limits/limit-units.ts";
import { draftOf } from "./agreement-draft.ts";
import type { AgreementFields, Subprocessor } from "./agreement-fields.ts";
import { differences, inOrder } from "./draft-differences.ts";
import type { DraftField } from "./draft-differences.ts";

/** What a version of a contract said: AgreementVersion.content. */
export type ContractContent = { fields: AgreementFields; limits: Limit[]; subprocessors: Subprocessor[] };
export type ContentField = DraftField | "limits" | "subprocessors";

const same = (one: readonly unknown[], other: readonly unknown[]) => JSON.stringify(one) === JSON.stringify(other);
const sorted = (limits: readonly Limit[]) => limits.map(({ kind, value, unit, runsFrom, source, note }) => JSON.stringify([kind, source, value, unit, runsFrom, note ?? ""])).sort();
/** Whether an agreement has ended is no part of what the contract says. */
const isSaid = (field: DraftField) => field !== "ended";

/** The fields in which two versions of a contract say something else; the order of limits says nothing. */
export function contentDifferences(before: ContractContent, after: ContractContent): ContentField[] {
  return [
    ...differences(withoutIds(before), withoutIds(after)).filter(isSaid),
    ...(same(sorted(before.limits), sorted(after.limits)) ? [] : ["limits" as const]),
    ...(same(before.subprocessors.map(inOrder), after.subprocessors.map(inOrder)) ? [] : ["subprocessors" as const]),
  ];
}

/** A requirement's row is another one when its wording changed; what it says is compared, not the row. */
function withoutIds({ fields }: ContractContent) {
  return draftOf({ ...fields, requirements: fields.requirements.map((row) => ({ ...row, id: "" })) });
}
