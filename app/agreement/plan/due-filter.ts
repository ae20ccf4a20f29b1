import type { Concept } from "#app/domain/concept/concept.ts";
import type { LineKind } from "#app/domain/frequency/plan-line.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";

/** How a line of a plan stands: a supervision of it is under way, its day is gone, or it is ahead. */
export const DUE_STATES = ["overdue", "under-way", "ahead"] as const;
export type DueState = (typeof DUE_STATES)[number];

/** Which lines are asked for; what is left out does not narrow. `points` "none": not scored. `owner`: the controller's own contact of the agreement. */
export type DueFilter = {
  search?: string; processorId?: string; concept?: number; points?: { from: number; to: number } | "none"; state?: DueState; owner?: string; kind?: LineKind;
};

/** A line of a plan that is due, with the agreement it belongs to. */
export type DueLine = {
  lineId: string; version: number; kind: LineKind; concept: Concept; intervalMonths: number | null; dueOn: IsoDate; ownQuestionnaireId: string | null; concernId: string | null;
  agreementId: string; title: string; reference: string; points: number | null; processorId: string; processorName: string; owner: string; state: DueState;
};

export const DUE_SORTS = ["due", "title", "processor", "concept", "points", "state"] as const;
export type DueSort = (typeof DUE_SORTS)[number];
export type DueOrder = { key: DueSort; direction: "ascending" | "descending" };
