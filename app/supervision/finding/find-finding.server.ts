import type { Tx } from "#app/db/client.server.ts";
import type { FindingState } from "#app/domain/findings/finding-state.ts";
import type { SupervisionState } from "#app/domain/lifecycle/supervision-state.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import { presentQuestionnaire } from "#app/questionnaire/present.ts";
import type { PlainQuestion } from "#app/questionnaire/present.ts";
import type { Answer, Answers, FrozenQuestionnaire, Language } from "#app/questionnaire/types.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { agreementSnapshot } from "../agreement-snapshot.ts";
import { findingSteps } from "./finding-steps.ts";
import { hasExpired } from "./list-findings.server.ts";
import { findingNames, presentFinding } from "./present.ts";

/** Most supervisions a returned finding is followed back through. */
const MOST_EARLIER = 5;

/**
 * One finding of the controller in context with its question, the answer as handed in last, its history and that of the earlier findings it
 * continues; null when it is not there. A finding on the agreement itself has no supervision.
 */
export async function findFinding(tx: Tx, scope: Pick<Scope, "organisationId">, findingId: string, language: Language, today: IsoDate) {
  const found = await tx.finding.findUnique({
    where: { id: findingId, controllerId: scope.organisationId },
    include: {
      decisions: true, reports: true, next: { select: { id: true, supervision: { select: { title: true } } }, orderBy: { raisedAt: "desc" }, take: 1 },
      agreement: { select: { title: true, processor: { select: { name: true } } } },
      supervision: { select: { id: true, title: true, state: true, processorName: true, request: true, submissions: { orderBy: { revision: "desc" }, take: 1, select: { answers: true } } } },
    },
  });
  if (!found) return null;
  const { supervision, agreement, decisions, reports, next } = found;
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
    steps: findingSteps(decisions, reports),
    effectiveness: found.effectiveness, sentBack: found.sentBack,
    earlier: await listEarlier(tx, found.previousId), nextId: next[0]?.id ?? null,
  };
}

/** The findings this one continues, newest first, each as it ended. */
async function listEarlier(tx: Tx, previousId: string | null) {
  const earlier = [];
  for (let id = previousId; id !== null && earlier.length < MOST_EARLIER;) {
    const found = await tx.finding.findUnique({ where: { id }, include: { decisions: true, reports: true, supervision: { select: { concludedAt: true } } } });
    if (!found) break;
    const { state, measure, raisedAt, supervision, decisions, reports } = found;
    earlier.push({ id, state: state as FindingState, measure, raisedAt: raisedAt.toISOString(), concludedAt: supervision?.concludedAt?.toISOString() ?? null, steps: findingSteps(decisions, reports) });
    id = found.previousId;
  }
  return earlier;
}

function answerTo(frozen: FrozenQuestionnaire, answers: Answers, name: string, language: Language): { question: PlainQuestion; answer: Answer | null } | null {
  const items = presentQuestionnaire(frozen, language, answers).pages.flatMap((page) => page.items);
  const question = items.find((item): item is PlainQuestion => item.type !== "file" && item.name === name);
  return question ? { question, answer: answers[name] ?? null } : null;
}
