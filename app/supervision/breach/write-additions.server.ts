import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { changeRecord, fromTo } from "./change-record.server.ts";
import type { ChangedRecord } from "./change-record.server.ts";

/** `awareReason`: why the time is moved; "" where it is not. */
export type AdditionsInput = { version: number; notes: string; awareAt: Date; awareReason: string };
type Refusal = "closed" | "aware-reason" | "aware-elsewhere";

const minute = (at: Date) => Math.floor(at.getTime() / 60_000);

/**
 * The controller's own words on a breach, and when it became aware itself, from which its own time runs. What was written before stays in the
 * trail. A later time takes a reason, since it gives the controller more time; on a closed breach the time stays, and so does it where another
 * record of the same breach knows an earlier one.
 */
export function writeAdditions(tx: Tx, scope: Scope, id: string, { version, notes, awareAt, awareReason }: AdditionsInput): Promise<ChangedRecord<Refusal>> {
  return changeRecord<Refusal>(tx, scope, id, version, (before) => {
    const said = { action: "breach.additions-changed", detail: fromTo({ notes: [before.notes, notes] }) };
    // The form reads to the minute, and shows the earliest word of all records: what is the same there is not moved.
    if (minute(awareAt) === minute(before.awareAt)) return { ...said, data: { notes } };
    if (before.closedAt !== null) return "closed";
    if (awareAt > before.awareAt && before.folded.some((one) => one.awareAt < awareAt)) return "aware-elsewhere";
    const reason = awareReason.trim();
    if (awareAt > before.awareAt && reason === "") return "aware-reason";
    return { ...said, data: { notes, awareAt }, detail: { ...said.detail, ...fromTo({ awareAt: [before.awareAt, awareAt] }), reason } };
  });
}
