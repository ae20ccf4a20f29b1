import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Finding, FindingDecision } from "#app/db/generated/client.ts";
import { isOpenFinding } from "#app/domain/findings/finding-state.ts";
import type { FindingState } from "#app/domain/findings/finding-state.ts";
import { RULE_VERSION } from "#app/domain/findings/raised-finding.ts";
import type { RaisedFinding } from "#app/domain/findings/raised-finding.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { FACTS_CHANGED } from "./facts-changed.ts";
import { syncFindings } from "./sync-findings.ts";

/** What the findings hang on: a supervision, or with `supervisionId` null the agreement itself. */
export type FindingPlace = { supervisionId: string | null; agreementId: string; controllerId: string; processorId: string | null };
type Standing = Finding & { decisions: readonly FindingDecision[] };

/** Brings the stored findings of one place up to what the rules say now, with a decision and a line in the trail for each change. */
export async function storeFindings(tx: Tx, scope: Scope, place: FindingPlace, stored: readonly Standing[], raised: readonly RaisedFinding[]): Promise<void> {
  const { supervisionId, controllerId } = place;
  const standing = stored.map(({ id, rule, question, subject, state, severity, blocking, values, decisions }) => ({
    id, rule, question, subject, severity, blocking, values, state: state as FindingState,
    clearedByFacts: !isOpenFinding(state as FindingState) && decisions.at(-1)?.reason === FACTS_CHANGED,
  }));
  const changes = syncFindings(standing, raised);
  const move = async (id: string, fromState: FindingState, toState: FindingState) => {
    await tx.findingDecision.create({ data: { findingId: id, controllerId, fromState, toState, reason: FACTS_CHANGED, decidedById: scope.personId, decidedByName: scope.personName } });
    await record(tx, scope, { action: toState === "open" ? "finding.reopened" : "finding.cleared", subject: { type: "finding", id }, supervisionId });
  };
  for (const { rule, severity, blocking, source, question, values, subject } of changes.add) {
    const data = { ...place, rule, ruleVersion: RULE_VERSION, severity, blocking, source, question: question ?? "", subject, values };
    const { id } = await tx.finding.create({ data, select: { id: true } });
    await record(tx, scope, { action: "finding.raised", subject: { type: "finding", id }, supervisionId, detail: { rule, severity } });
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
