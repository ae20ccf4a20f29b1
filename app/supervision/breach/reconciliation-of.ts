import { reconcile } from "#app/domain/breach/reconcile.ts";
import type { Reconciliation, Registered } from "#app/domain/breach/reconcile.ts";
import { asksBreaches } from "#app/questionnaire/parts.ts";
import { disclosedBreaches } from "#app/questionnaire/status-facts.ts";
import type { Answers, FrozenQuestionnaire } from "#app/questionnaire/types.ts";

type Asked = { frozen: Pick<FrozenQuestionnaire, "survey">; answers: Answers; register: readonly Registered[] };

/** The question under which breaches are disclosed (K3-7). */
export const BREACH_LIST = "breach_list";

/** What the answer discloses held against the register; null where the request did not ask about breaches. */
export function reconciliationOf({ frozen, answers, register }: Asked): Reconciliation | null {
  return asksBreaches(frozen) ? reconcile(disclosedBreaches(answers), register) : null;
}
