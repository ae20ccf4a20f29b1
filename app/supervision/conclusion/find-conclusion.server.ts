import type { Tx } from "#app/db/client.server.ts";
import { isOpenFinding } from "#app/domain/findings/finding-state.ts";
import { checkConclusion } from "#app/domain/scoring/check-conclusion.ts";
import type { ConclusionCheck } from "#app/domain/scoring/check-conclusion.ts";
import type { Level } from "#app/domain/scoring/level.ts";
import type { Outcome } from "#app/domain/scoring/propose-conclusion.ts";
import type { Language } from "#app/questionnaire/types.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { loadCase } from "../assessment/load-case.server.ts";
import { proposalFor } from "../assessment/refresh-case.server.ts";
import { countAssessed, verdictsOf } from "../assessment/verdicts.ts";
import { findingNames, presentFinding } from "../finding/present.ts";
import { anotherShouldConclude } from "./conclude-supervision.server.ts";
import { groundsMark } from "./grounds-mark.server.ts";

const OUTCOMES: readonly Outcome[] = ["in-order", "in-order-with-remarks", "not-in-order"];
export type Bar = Exclude<Extract<ConclusionCheck, { ok: false }>["reason"], "deviation-needs-reason">;

/**
 * What the page of the conclusion shows: the proposal with its reasons, which outcomes no reason can justify, how many answers a person has
 * assessed and which were given anew since, the open findings, and the conclusion once it is drawn. Null when there is no such case, or
 * nothing was handed in yet.
 */
export async function findConclusion(tx: Tx, scope: Scope, supervisionId: string, language: Language) {
  const found = await loadCase(tx, supervisionId);
  if (!found || found.controllerId !== scope.organisationId) return null;
  const { facts, caseFile, conclusion } = found;
  const proposal = await proposalFor(tx, found);
  const { threshold } = await tx.organisation.findUniqueOrThrow({ where: { id: scope.organisationId }, select: { threshold: true } });
  const names = findingNames(facts.frozen, facts.answers, facts.agreement, language);
  const verdicts = verdictsOf(found);
  const findings = found.findings.filter(({ state, blocking }) => isOpenFinding(state as Parameters<typeof isOpenFinding>[0]) || (blocking && state === "risk-accepted"));
  return {
    id: found.id, title: found.title, processorName: found.processorName, state: found.state, threshold, proposal, seen: groundsMark(found, proposal), assessedScore: caseFile.assessedScore,
    barred: OUTCOMES.flatMap((outcome): { outcome: Outcome; reason: Bar }[] => {
      const check = checkConclusion({ proposal, outcome, reason: "any" });
      return check.ok || check.reason === "deviation-needs-reason" ? [] : [{ outcome, reason: check.reason }];
    }),
    samePerson: await anotherShouldConclude(tx, scope, found),
    assessed: {
      ...countAssessed(verdicts),
      replaced: [...verdicts].flatMap(([question, { replaced }]) => (replaced ? [{ question, title: names.questions.get(question) ?? question, level: replaced.level as Level, byName: replaced.decidedByName, at: replaced.decidedAt.toISOString() }] : [])),
    },
    findings: findings.map((one) => presentFinding(one, names)),
    openThreads: found.clarifications.filter(({ closedAt }) => !closedAt).map(({ id, question, onSpecialRequirement }) => ({ id, title: names.questions.get(question) ?? null, special: onSpecialRequirement })),
    concluded: conclusion && {
      outcome: conclusion.outcome as Outcome, message: conclusion.message, byName: conclusion.decidedByName, at: conclusion.decidedAt.toISOString(),
      reason: caseFile.reason, proposed: (caseFile.proposal ?? conclusion.outcome) as Outcome,
    },
  };
}
