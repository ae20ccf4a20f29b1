import type { Proposal } from "#app/domain/scoring/propose-conclusion.ts";
import { markOf } from "#app/questionnaire/mark.server.ts";
import type { Case } from "../assessment/load-case.server.ts";

type Grounds = Pick<Case, "assessments" | "clarifications" | "findings" | "latest">;

/** A mark of all that a conclusion rests on: what was handed in last, how it was assessed, the findings and open threads, and the proposal. */
export function groundsMark({ latest, assessments, findings, clarifications }: Grounds, proposal: Proposal): string {
  return markOf({
    revision: latest.revision,
    assessed: assessments.map(({ question, revision, level, naAccepted }) => `${question} ${revision} ${level} ${naAccepted}`).sort(),
    findings: findings.map(({ id, rule, severity, state, blocking }) => `${id} ${rule} ${severity} ${state} ${blocking}`).sort(),
    threads: clarifications.filter(({ closedAt }) => !closedAt).map(({ id, messages }) => `${id} ${messages.length}`).sort(),
    proposal: proposal.outcome,
  });
}
