import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Finding, FindingDecision } from "#app/db/generated/client.ts";
import { continueFinding } from "#app/domain/findings/continue-finding.ts";
import { isOpenFinding } from "#app/domain/findings/finding-state.ts";
import type { FindingState } from "#app/domain/findings/finding-state.ts";
import { RULE_VERSION } from "#app/domain/findings/raised-finding.ts";
import type { RaisedFinding } from "#app/domain/findings/raised-finding.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import { columnOf } from "#app/agreement/calendar-day.ts";
import type { AnyScope } from "#app/tenancy/scope.ts";
import type { FindingOrigin } from "./finding-origin.ts";
import { findPrevious } from "./previous-findings.server.ts";
import { CARRIED_OVER, FACTS_CHANGED } from "./rule-reasons.ts";
import { factKey, syncFindings } from "./sync-findings.ts";

/** Who decides where a job of the portal itself finds the facts changed: nobody of the organisation. */
const PORTAL = "00000000-0000-0000-0000-000000000000";

type Standing = Finding & { decisions: readonly FindingDecision[] };

/**
 * Brings the stored findings of one origin up to what the rules say now, with a decision and a line in the trail for each change. A fact
 * that stood in an earlier supervision continues its finding; `day` is the day the facts were handed in, null on an agreement
 * itself, where nothing is earlier.
 */
export async function storeFindings(tx: Tx, scope: AnyScope, origin: FindingOrigin, stored: readonly Standing[], raised: readonly RaisedFinding[], day: IsoDate | null): Promise<void> {
  const { supervisionId, controllerId } = origin;
  const standing = stored.map(({ id, rule, question, subject, state, severity, blocking, values, decisions }) => ({
    id, rule, question, subject, severity, blocking, values, state: state as FindingState,
    clearedByFacts: !isOpenFinding(state as FindingState) && decisions.at(-1)?.reason === FACTS_CHANGED,
    carriedOver: state === "risk-accepted" && decisions.at(-1)?.reason === CARRIED_OVER,
  }));
  const changes = syncFindings(standing, raised);
  const decide = async (id: string, fromState: FindingState, toState: FindingState, reason: string) => {
    await tx.findingDecision.create({ data: { findingId: id, controllerId, fromState, toState, reason, decidedById: scope.personId ?? PORTAL, decidedByName: scope.personName } });
  };
  const move = async (id: string, fromState: FindingState, toState: FindingState) => {
    await decide(id, fromState, toState, FACTS_CHANGED);
    await record(tx, scope, { action: toState === "open" ? "finding.reopened" : "finding.cleared", subject: { type: "finding", id }, supervisionId });
  };
  const earlier = await findPrevious(tx, origin, changes.add.map(({ rule }) => rule));
  for (const { rule, severity, blocking, source, question, values, subject } of changes.add) {
    const previous = earlier.get(factKey(rule, question ?? "", subject));
    const begins = previous && day ? continueFinding(previous, { severity, blocking }, day) : { state: "open" as const, acceptedUntil: null };
    const data = {
      ...origin, rule, ruleVersion: RULE_VERSION, severity, blocking, source, question: question ?? "", subject, values,
      state: begins.state, acceptedUntil: columnOf(begins.acceptedUntil), previousId: previous?.id ?? null,
    };
    const { id } = await tx.finding.create({ data, select: { id: true } });
    if (begins.state === "risk-accepted") await decide(id, "open", "risk-accepted", CARRIED_OVER);
    await record(tx, scope, { action: "finding.raised", subject: { type: "finding", id }, supervisionId, detail: { rule, severity, ...(previous ? { from: previous.state } : {}) } });
  }
  for (const { id, raised } of changes.change) {
    await tx.finding.update({ where: { id }, data: { severity: raised.severity, blocking: raised.blocking, values: raised.values, version: { increment: 1 } } });
    await record(tx, scope, { action: "finding.changed", subject: { type: "finding", id }, supervisionId, detail: { rule: raised.rule, severity: raised.severity } });
  }
  for (const { id, raised, from } of changes.reopen) {
    await tx.finding.update({ where: { id }, data: { state: "open", closedAt: null, severity: raised.severity, blocking: raised.blocking, values: raised.values, version: { increment: 1 } } });
    await move(id, from, "open");
  }
  for (const { id, from } of changes.clear) {
    await tx.$executeRaw`update finding set state = 'closed-not-a-gap', closed_at = now(), version = version + 1 where id = ${id}::uuid`;
    await move(id, from, "closed-not-a-gap");
  }
}
