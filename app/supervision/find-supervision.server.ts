import { dayOrNull } from "#app/agreement/calendar-day.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Concept } from "#app/domain/concept/concept.ts";
import { isOverdue } from "#app/domain/lifecycle/supervision-state.ts";
import type { SupervisionState } from "#app/domain/lifecycle/supervision-state.ts";
import type { Outcome } from "#app/domain/scoring/propose-conclusion.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import type { Scope } from "#app/tenancy/scope.ts";

/** What a supervision looks like from the controller's side; null when it is not there. */
export type SupervisionView = NonNullable<Awaited<ReturnType<typeof findSupervision>>>;

/** The hub of one supervision of the controller in context. */
export async function findSupervision(tx: Tx, scope: Pick<Scope, "organisationId">, supervisionId: string, today: IsoDate) {
  const found = await tx.supervision.findUnique({
    where: { id: supervisionId, controllerId: scope.organisationId },
    select: {
      id: true, title: true, state: true, concept: true, supplements: true, agreementId: true, processorName: true, processorId: true, periodFrom: true, periodTo: true, dueOn: true,
      sentAt: true, submittedAt: true, withdrawReason: true,
      agreement: { select: { processorId: true, status: true } },
      caseFile: { select: { points: true, ruleSet: true, openedByName: true, claimedScore: true, assessedScore: true } },
      request: { select: { recipientName: true, recipientEmail: true, language: true, sentByName: true } },
      response: { select: { answered: true, total: true, startedAt: true } },
      conclusion: { select: { outcome: true, decidedByName: true, decidedAt: true } },
      submissions: { orderBy: { revision: "desc" }, take: 1, select: { revision: true, signatoryName: true, signatoryTitle: true, submittedAt: true, answersHash: true } },
      _count: { select: { clarifications: { where: { closedAt: null } }, findings: { where: { state: { in: ["open", "agreed", "reported-done"] } } }, packages: { where: { state: "ready" } } } },
    },
  });
  if (!found) return null;
  const concerns = await tx.concern.findMany({ where: { supervisionId }, select: { id: true, source: true, body: true, noticedOn: true } });
  const { agreement, _count: counts, submissions, ...rest } = found;
  const state = rest.state as SupervisionState;
  const dueOn = dayOrNull(rest.dueOn);
  return {
    ...rest,
    state,
    concept: rest.concept as Concept,
    supplements: rest.supplements as Concept[],
    dueOn,
    overdue: isOverdue(state, dueOn, today),
    periodFrom: dayOrNull(rest.periodFrom),
    periodTo: dayOrNull(rest.periodTo),
    registerId: agreement.processorId,
    agreementEnded: agreement.status !== "active",
    submission: submissions[0] ?? null,
    outcome: (rest.conclusion?.outcome as Outcome | undefined) ?? null,
    openClarifications: counts.clarifications,
    openFindings: counts.findings,
    packages: counts.packages,
    concerns: concerns.map(({ noticedOn, ...concern }) => ({ ...concern, noticedOn: dayOrNull(noticedOn) })),
  };
}
