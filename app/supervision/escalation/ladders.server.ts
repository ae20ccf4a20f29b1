import { dayOrNull } from "#app/agreement/calendar-day.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Concept } from "#app/domain/concept/concept.ts";
import { ESCALATION_STEPS, stepsAhead } from "#app/domain/lifecycle/escalation.ts";
import type { EscalationFacts, EscalationStep, PlannedStep } from "#app/domain/lifecycle/escalation.ts";
import { isOverdue } from "#app/domain/lifecycle/supervision-state.ts";
import type { SupervisionState } from "#app/domain/lifecycle/supervision-state.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";

/** A step that was taken. `told`: to whom, where somebody was; a step-up is proposed until the DPO decides, and lapses when an answer comes or more time is given. */
export type TakenStep = {
  id: string; step: EscalationStep; state: "done" | "proposed" | "lapsed" | "accepted" | "declined"; at: string; overdueDays: number; told: string; fromConcept: Concept | null; toConcept: Concept | null;
  reason: string; decidedByName: string | null; decidedAt: string | null; nextSupervisionId: string | null;
};
/** Why a supervision is held with another concept than the agreement's, this time: the one that was not answered, and who decided so. */
export type SteppedUp = { supervisionId: string; concept: Concept; toConcept: Concept; reason: string; byName: string; at: string | null };
/** The ladder of one supervision: behind it, before it, and where it came from when another supervision's step-up opened it. */
export type Ladder = {
  taken: TakenStep[]; ahead: PlannedStep[]; hasManager: boolean; registerId: string;
  /** The proposal still waits, and the processor is still silent and late. */
  waiting: TakenStep | null;
  from: SteppedUp | null;
};

/** Reads a supervision's ladder in the context of its controller; null when there is no such supervision. */
export async function findLadder(tx: Tx, supervisionId: string, today: IsoDate): Promise<Ladder | null> {
  const facts = await readFacts(tx, supervisionId);
  if (!facts) return null;
  const late = isOverdue(facts.state, facts.dueOn, today);
  const rows = await tx.escalation.findMany({ where: { supervisionId }, orderBy: { at: "asc" } });
  const taken = rows.map(({ id, step, state, at, dueOn, overdueDays, told, fromConcept, toConcept, reason, decidedByName, decidedAt, nextSupervisionId }): TakenStep => ({
    id, step: stepOf(step), state: state === "proposed" && !(late && dayOrNull(dueOn) === facts.dueOn) ? "lapsed" : ((["proposed", "accepted", "declined"] as const).find((one) => one === state) ?? "done"), at: at.toISOString(), overdueDays, told, fromConcept: fromConcept as Concept | null,
    toConcept: toConcept as Concept | null, reason, decidedByName, decidedAt: decidedAt?.toISOString() ?? null, nextSupervisionId,
  }));
  const before = await tx.escalation.findFirst({ where: { nextSupervisionId: supervisionId }, select: { supervisionId: true, fromConcept: true, toConcept: true, reason: true, decidedByName: true, decidedAt: true } });
  return {
    taken, ahead: late ? stepsAhead(facts) : [], hasManager: facts.hasManager, registerId: facts.registerId, waiting: taken.find(({ state }) => state === "proposed") ?? null,
    from: before && {
      supervisionId: before.supervisionId, concept: before.fromConcept as Concept, toConcept: before.toConcept as Concept, reason: before.reason, byName: before.decidedByName ?? "",
      at: before.decidedAt?.toISOString() ?? null,
    },
  };
}

/** What the ladder of a supervision is decided from, with whom its steps turn to. */
export async function readFacts(tx: Tx, supervisionId: string) {
  const found = await tx.supervision.findUnique({
    where: { id: supervisionId },
    select: {
      state: true, dueOn: true, concept: true, supplements: true, title: true, controllerName: true, processorName: true, agreementId: true, controller: { select: { escalationDays: true } },
      caseFile: { select: { points: true, planLineId: true, ownVersionId: true } }, request: { select: { recipientName: true, recipientEmail: true, language: true } },
      agreement: { select: { processor: { select: { id: true, managerName: true, managerEmail: true } } } }, escalations: { select: { step: true, at: true, dueOn: true } },
    },
  });
  if (!found?.caseFile || !found.request) return null;
  const { controller, agreement, caseFile, request, escalations, concept, ...rest } = found;
  const { id: registerId, managerName, managerEmail } = agreement.processor;
  return {
    ...rest, request, planLineId: caseFile.planLineId, ownVersionId: caseFile.ownVersionId, registerId, manager: { name: managerName, email: managerEmail },
    state: rest.state as SupervisionState, dueOn: dayOrNull(rest.dueOn), days: controller.escalationDays, concept: concept as Concept, points: caseFile.points, hasManager: managerEmail !== "",
    taken: escalations.filter(({ dueOn }) => dayOrNull(dueOn) === dayOrNull(rest.dueOn)).map(({ step, at }) => ({ step: stepOf(step), on: copenhagenDate(at) })),
  } satisfies EscalationFacts & Record<string, unknown>;
}

function stepOf(step: string): EscalationStep {
  return ESCALATION_STEPS.find((one) => one === step) ?? "reminder";
}
