import type { Tx } from "#app/db/client.server.ts";
import type { FindingState } from "#app/domain/findings/finding-state.ts";
import type { SupervisionState } from "#app/domain/lifecycle/supervision-state.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import { presentQuestionnaire } from "#app/questionnaire/present.ts";
import type { PlainQuestion } from "#app/questionnaire/present.ts";
import type { Answer, Answers, FrozenQuestionnaire, Language } from "#app/questionnaire/types.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { agreementSnapshot } from "../agreement-snapshot.ts";
import { FACTS_CHANGED } from "./facts-changed.ts";
import { hasExpired } from "./list-findings.server.ts";
import { findingNames, presentFinding } from "./present.ts";

/** One step in a finding's life; `byRule`: the facts made it, not a person. */
export type FindingStep = { id: string; from: FindingState; to: FindingState; reason: string; byRule: boolean; byName: string; at: string };

/** One finding of the controller in context with its question, the answer as handed in last, and its history; null when it is not there. A finding on the agreement itself has no supervision. */
export async function findFinding(tx: Tx, scope: Pick<Scope, "organisationId">, findingId: string, language: Language, today: IsoDate) {
  const found = await tx.finding.findUnique({
    where: { id: findingId, controllerId: scope.organisationId },
    include: {
      decisions: { orderBy: { decidedAt: "desc" } },
      agreement: { select: { title: true, processor: { select: { name: true } } } },
      supervision: { select: { id: true, title: true, state: true, processorName: true, request: true, submissions: { orderBy: { revision: "desc" }, take: 1, select: { answers: true } } } },
    },
  });
  if (!found) return null;
  const { supervision, agreement, decisions } = found;
  const frozen = (supervision?.request?.questionnaire ?? null) as unknown as FrozenQuestionnaire | null;
  const answers = (supervision?.submissions[0]?.answers ?? {}) as unknown as Answers;
  const names = frozen && supervision?.request ? findingNames(frozen, answers, agreementSnapshot.parse(supervision.request.agreementSnapshot), language) : null;
  const finding = presentFinding(found, names);
  return {
    finding, expired: hasExpired(finding.state, finding.acceptedUntil, today), raisedAt: found.raisedAt.toISOString(), agreementId: found.agreementId,
    /** What it stands on: the agreement as it was supervised, or the agreement itself. */
    title: supervision?.title ?? agreement.title, processorName: supervision?.processorName ?? agreement.processor.name,
    supervision: supervision ? { id: supervision.id, state: supervision.state as SupervisionState } : null,
    answered: frozen ? answerTo(frozen, answers, found.question, language) : null,
    steps: decisions.map(({ id, fromState, toState, reason, decidedByName, decidedAt }): FindingStep => ({
      id, from: fromState as FindingState, to: toState as FindingState, reason, byRule: reason === FACTS_CHANGED, byName: decidedByName, at: decidedAt.toISOString(),
    })),
  };
}

function answerTo(frozen: FrozenQuestionnaire, answers: Answers, name: string, language: Language): { question: PlainQuestion; answer: Answer | null } | null {
  const items = presentQuestionnaire(frozen, language, answers).pages.flatMap((page) => page.items);
  const question = items.find((item): item is PlainQuestion => item.type !== "file" && item.name === name);
  return question ? { question, answer: answers[name] ?? null } : null;
}
