import type { Tx } from "#app/db/client.server.ts";
import type { FindingState } from "#app/domain/findings/finding-state.ts";
import { proposeConclusion } from "#app/domain/scoring/propose-conclusion.ts";
import type { Proposal } from "#app/domain/scoring/propose-conclusion.ts";
import { scoreAnswers } from "#app/domain/scoring/score-answers.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { storeFindings } from "../finding/store-findings.server.ts";
import { syncAgreementFindings } from "../finding/sync-agreement-findings.server.ts";
import { assessedItems, claimedItems, raiseFindings, raiseOnAgreement } from "./case-facts.ts";
import { loadCase } from "./load-case.server.ts";
import type { Case } from "./load-case.server.ts";

/**
 * Brings findings, scores and the proposed conclusion up to what the rules say now. The same facts always give the same findings. Only
 * while the case is being assessed; what is concluded is never touched. What the contract demands beyond this supervision stands on the agreement.
 */
export async function refreshCase(tx: Tx, scope: Scope, supervisionId: string): Promise<void> {
  const found = await loadCase(tx, supervisionId);
  if (!found || found.state !== "assessing") return;
  const { agreementId, controllerId, processorId } = found;
  await storeFindings(tx, scope, { supervisionId, agreementId, controllerId, processorId }, found.findings, raiseFindings(found.facts), found.facts.submittedOn);
  await syncAgreementFindings(tx, scope, agreementId, "AGREEMENT-DEMANDS", raiseOnAgreement(found.facts));
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
