import { checks } from "#app/agreement/check/checks.server.ts";
import type { DecidedItem } from "#app/agreement/check/checks.server.ts";
import { suggestVerdict } from "#app/agreement/check/suggest-verdicts.ts";
import type { Suggestion } from "#app/agreement/check/suggest-verdicts.ts";
import { loadAgreement } from "#app/agreement/load-agreement.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import { missesOf, STRICTER } from "#app/domain/agreement-check/verdicts.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import { presentGroups, presentListed } from "#app/questionnaire/catalogues/present-catalogue.ts";
import type { ItemView } from "#app/questionnaire/catalogues/present-catalogue.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import type { Language } from "#app/text/language.ts";
import { mayWork } from "../may.ts";
import { findCheckCatalogue, pageOfCatalogue } from "./check-catalogue.server.ts";
import { checkMark } from "./check-mark.server.ts";
import { AGREEMENT_CHECK } from "./raise-misses.ts";

/** An item as a check shows it. `stricter`: the item that counts in its stead. `findingId`: the finding its miss became. */
export type CheckItemView = Omit<ItemView, "across"> & { decided: DecidedItem | null; suggestion: Suggestion | null; stricter: string | null; findingId: string | null };

/** One check with its catalogue, what is decided, and what the agreement's own data suggests; null when it is not there. */
export async function loadCheck(tx: Tx, scope: Scope, checkId: string, { language, today }: { language: Language; today: IsoDate }) {
  const check = await checks(tx, scope).find(checkId);
  const catalogue = check && (await findCheckCatalogue(tx, scope, check));
  const agreement = check && (await loadAgreement(tx, scope, check.agreementId, today));
  if (!check || !catalogue || !agreement) return null;
  const decided = new Map(check.items.map((item) => [item.item, item]));
  const rows = check.completed ? await tx.finding.findMany({ where: { agreementId: check.agreementId, supervisionId: null, rule: AGREEMENT_CHECK, controllerId: scope.organisationId }, select: { id: true, subject: true } }) : [];
  const findings = new Map(rows.map(({ id, subject }) => [subject, id]));
  const missed = new Set(missesOf(new Map(check.items.map(({ item, verdict }) => [item, verdict]))));
  const groups = presentGroups(catalogue, catalogue.items, language).map((group) => ({
    ...group,
    items: group.items.map(({ across: _across, ...item }): CheckItemView => ({
      ...item, decided: decided.get(item.ref) ?? null, suggestion: check.completed ? null : suggestVerdict(item.ref, agreement), stricter: STRICTER[item.ref] ?? null,
      findingId: missed.has(item.ref) ? findings.get(item.ref) ?? null : null,
    })),
  }));
  const { items: _items, ...head } = check;
  return {
    check: head, catalogue: presentListed(catalogue, language, await pageOfCatalogue(tx, scope, check)), groups, may: mayWork(scope) && check.completed === null,
    mark: checkMark(check), total: catalogue.items.length, done: decided.size, missed: missed.size,
  };
}

export type LoadedCheck = NonNullable<Awaited<ReturnType<typeof loadCheck>>>;
