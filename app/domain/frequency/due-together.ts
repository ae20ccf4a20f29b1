import type { IsoDate } from "../time/iso-date.ts";
import type { PlanLine } from "./plan-line.ts";

type Dated = Pick<PlanLine, "id" | "kind" | "concept" | "nextDueOn">;

/** What goes as one request: the line that carries it, and the supplements that are asked in it. */
export type DueTogether<Line> = { carried: Line; beside: Line[] };

/** The lines of a plan that ask something and are due by a day; extra ones are not among them: each is opened for its own concern. */
function dueBy<Line extends Dated>(lines: readonly Line[], by: IsoDate): Line[] {
  return lines.filter(({ kind, concept, nextDueOn }) => kind !== "extra" && concept > 1 && nextDueOn !== null && nextDueOn <= by);
}

/** The supplements due by a day that are asked together with a line: each further concept once, as it is due first, in order. Datatilsynet 2021, ch. 4 (004:290-296). */
export function besideLine<Line extends Dated>(lines: readonly Line[], carried: Line, by: IsoDate): Line[] {
  const supplements = dueBy(lines, by).filter(({ id, kind, concept }) => kind === "supplement" && id !== carried.id && concept !== carried.concept);
  const first = supplements.toSorted((one, other) => one.concept - other.concept || String(one.nextDueOn).localeCompare(String(other.nextDueOn)));
  return first.filter(({ concept }, place) => first[place - 1]?.concept !== concept);
}

/** What of one plan is sent together by a day: the cycle's line where it is due, else the highest supplement that is; null when nothing is. */
export function dueTogether<Line extends Dated>(lines: readonly Line[], by: IsoDate): DueTogether<Line> | null {
  const due = dueBy(lines, by);
  const highest = due.toSorted((one, other) => other.concept - one.concept || String(one.nextDueOn).localeCompare(String(other.nextDueOn)) || one.id.localeCompare(other.id));
  const carried = due.find(({ kind }) => kind === "primary") ?? highest[0];
  return carried ? { carried, beside: besideLine(lines, carried, by) } : null;
}
