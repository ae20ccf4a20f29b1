import { dayOrNull } from "#app/agreement/calendar-day.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { SupervisionState } from "#app/domain/lifecycle/supervision-state.ts";
import type { Outcome } from "#app/domain/scoring/propose-conclusion.ts";
import { progressOf } from "#app/questionnaire/progress.ts";
import { listElements } from "#app/questionnaire/schema.ts";
import type { Concept, FrozenQuestionnaire, Language } from "#app/questionnaire/types.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { agreementSnapshot } from "./agreement-snapshot.ts";
import { findAnswering } from "./answering.server.ts";
import type { Answering } from "./answering.server.ts";
import { readFrozen } from "./frozen-questionnaires.server.ts";
import { openQuestions } from "./open-questions.ts";
import { draftOf } from "./write-answer.server.ts";

/** A question sent back, with the controller's reason. */
export type ReturnedView = { question: string; title: string; reason: string; byName: string; at: string };
/** A request as its processor has it: who asks what, how far it is, what may be changed. */
export type Received = NonNullable<Awaited<ReturnType<typeof findReceived>>>;

/** A received request of the processor in context, with its frozen questionnaire and draft answers; null when there is none. */
export async function findReceived(tx: Tx, scope: Pick<Scope, "organisationId">, supervisionId: string, language: Language) {
  const answering = await findAnswering(tx, scope, supervisionId);
  if (!answering) return null;
  const frozen = await readFrozen(tx, supervisionId, answering.hash);
  const found = await tx.supervision.findUniqueOrThrow({
    where: { id: supervisionId },
    select: {
      id: true, title: true, controllerName: true, processorName: true, concept: true, supplements: true, dueOn: true, sentAt: true, submittedAt: true, withdrawReason: true, withdrawnAt: true,
      request: { select: { message: true, language: true, sentByName: true, agreementSnapshot: true } },
      conclusion: { select: { outcome: true } },
      submissions: { orderBy: { revision: "desc" }, take: 1, select: { revision: true, submittedAt: true, signatoryName: true } },
      returned: { orderBy: { returnedAt: "desc" }, select: { question: true, reason: true, returnedByName: true, returnedAt: true } },
    },
  });
  const { request, conclusion, submissions, returned, ...rest } = found;
  const snapshot = agreementSnapshot.safeParse(request?.agreementSnapshot);
  return {
    ...rest,
    state: answering.state as SupervisionState,
    concept: rest.concept as Concept,
    supplements: rest.supplements as Concept[],
    dueOn: dayOrNull(rest.dueOn),
    message: request?.message ?? "",
    sentByName: request?.sentByName ?? "",
    contact: snapshot.success ? snapshot.data.contact : null,
    outcome: (conclusion?.outcome as Outcome | undefined) ?? null,
    submission: submissions[0] ?? null,
    minutes: frozen.minutes,
    progress: progressOf(frozen, draftOf(answering), answering.evidence),
    returned: answering.state === "returned" ? latestReturned(returned, frozen, language) : [],
    locked: lockedQuestions(answering, frozen),
    frozen,
    answering,
  };
}

type ReturnedRow = { question: string; reason: string; returnedByName: string; returnedAt: Date };

function latestReturned(rows: readonly ReturnedRow[], { survey }: FrozenQuestionnaire, language: Language): ReturnedView[] {
  const last = Math.max(0, ...rows.map(({ returnedAt }) => returnedAt.getTime()));
  const titles = new Map(listElements(survey).map(({ name, title }) => [name, title?.[language] ?? name]));
  return rows.filter(({ returnedAt }) => returnedAt.getTime() === last).map(({ question, reason, returnedByName, returnedAt }) => ({ question, title: titles.get(question) ?? question, reason, byName: returnedByName, at: returnedAt.toISOString() }));
}

/** The questions and places for evidence that may not be changed now. */
function lockedQuestions({ state, returned }: Answering, frozen: FrozenQuestionnaire): string[] {
  const names = listElements(frozen.survey).map(({ name }) => name);
  if (state === "sent" || state === "answering") return [];
  if (state !== "returned") return names;
  const open = openQuestions(frozen, returned ?? []);
  return names.filter((name) => !open.has(name));
}
