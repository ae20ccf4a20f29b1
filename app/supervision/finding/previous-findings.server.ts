import { dayOrNull } from "#app/agreement/calendar-day.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { PreviousFinding } from "#app/domain/findings/continue-finding.ts";
import type { FindingState } from "#app/domain/findings/finding-state.ts";
import type { Severity } from "#app/domain/findings/raised-finding.ts";
import type { FindingOrigin } from "./finding-origin.ts";
import { FACTS_CHANGED } from "./rule-reasons.ts";
import { factKey, MANUAL } from "./sync-findings.ts";

type Earlier = PreviousFinding & { id: string };

/**
 * What the same facts gave in the last concluded supervision of the agreement they stood in, by the fact's key. A finding the facts
 * themselves had cleared was none. Findings on an agreement itself have no earlier ones, and what a person wrote is never the same fact.
 */
export async function findPrevious(tx: Tx, { supervisionId, agreementId, controllerId }: FindingOrigin, rules: readonly string[]): Promise<Map<string, Earlier>> {
  const asked = rules.filter((rule) => rule !== MANUAL);
  if (supervisionId === null || asked.length === 0) return new Map();
  const rows = await tx.finding.findMany({
    where: { agreementId, controllerId, rule: { in: asked }, supervision: { id: { not: supervisionId }, state: { in: ["concluded", "archived"] } } },
    orderBy: [{ supervision: { concludedAt: "asc" } }, { id: "asc" }],
    select: { id: true, rule: true, question: true, subject: true, state: true, severity: true, blocking: true, acceptedUntil: true, decisions: { orderBy: { decidedAt: "desc" }, take: 1, select: { reason: true } } },
  });
  const standing = rows.filter(({ state, decisions }) => state !== "closed-not-a-gap" || decisions[0]?.reason !== FACTS_CHANGED);
  return new Map(standing.map(({ rule, question, subject, state, severity, acceptedUntil, id, blocking }) => [
    factKey(rule, question, subject), { id, blocking, state: state as FindingState, severity: severity as Severity, acceptedUntil: dayOrNull(acceptedUntil) },
  ]));
}
