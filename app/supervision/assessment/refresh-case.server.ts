import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import { isOpenFinding } from "#app/domain/findings/finding-state.ts";
import type { FindingState } from "#app/domain/findings/finding-state.ts";
import { RULE_VERSION } from "#app/domain/findings/raised-finding.ts";
import { proposeConclusion } from "#app/domain/scoring/propose-conclusion.ts";
import type { Proposal } from "#app/domain/scoring/propose-conclusion.ts";
import { scoreAnswers } from "#app/domain/scoring/score-answers.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { syncFindings } from "../finding/sync-findings.ts";
import { assessedItems, claimedItems, raiseFindings } from "./case-facts.ts";
import { loadCase } from "./load-case.server.ts";
import type { Case } from "./load-case.server.ts";

/** Reason code of a decision the rules made themselves, because the fact behind a finding was gone. */
export const FACTS_CHANGED = "facts-changed";

/**
 * Brings findings, scores and the proposed conclusion up to what the rules say now. The same facts always give the same findings. Only
 * while the case is being assessed; what is concluded is never touched.
 */
export async function refreshCase(tx: Tx, scope: Scope, supervisionId: string): Promise<void> {
  const found = await loadCase(tx, supervisionId);
  if (!found || found.state !== "assessing") return;
  await storeFindings(tx, scope, found);
  const fresh = await loadCase(tx, supervisionId);
  if (!fresh) return;
  const claimed = scoreAnswers(claimedItems(fresh.facts));
  const assessed = scoreAnswers(assessedItems(fresh.facts));
  const proposal = await proposalFor(tx, fresh);
  await tx.supervisionCase.update({ where: { supervisionId }, data: { claimedScore: claimed.score, assessedScore: assessed.score, proposal: proposal.outcome } });
}

/** The proposed conclusion on a case as it stands, with every reason. */
export async function proposalFor(tx: Tx, found: Case): Promise<Proposal> {
  const { threshold } = await tx.organisation.findUniqueOrThrow({ where: { id: found.controllerId }, select: { threshold: true } });
  const items = assessedItems(found.facts);
  return proposeConclusion({
    score: scoreAnswers(items).score,
    items,
    findings: found.findings.map(({ blocking, state }) => ({ blocking, state: state as FindingState })),
    openClarificationOnSpecialRequirement: found.clarifications.some(({ onSpecialRequirement, closedAt }) => onSpecialRequirement && !closedAt),
    threshold,
  });
}

async function storeFindings(tx: Tx, scope: Scope, found: Case): Promise<void> {
  const { id: supervisionId, agreementId, controllerId, processorId } = found;
  const standing = found.findings.map(({ id, rule, question, subject, state, severity, blocking, values, decisions }) => ({
    id, rule, question, subject, severity, blocking, values, state: state as FindingState,
    clearedByFacts: !isOpenFinding(state as FindingState) && decisions.at(-1)?.reason === FACTS_CHANGED,
  }));
  const changes = syncFindings(standing, raiseFindings(found.facts));
  const move = async (id: string, fromState: FindingState, toState: FindingState) => {
    await tx.findingDecision.create({ data: { findingId: id, controllerId, fromState, toState, reason: FACTS_CHANGED, decidedById: scope.personId, decidedByName: scope.personName } });
    await record(tx, scope, { action: toState === "open" ? "finding.reopened" : "finding.cleared", subject: { type: "finding", id }, supervisionId });
  };
  for (const { rule, severity, blocking, source, question, values, subject } of changes.add) {
    const data = { supervisionId, agreementId, controllerId, processorId, rule, ruleVersion: RULE_VERSION, severity, blocking, source, question: question ?? "", subject, values };
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
