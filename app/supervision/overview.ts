import { SOON_DAYS } from "#app/agreement/standing.ts";
import { addDays, addMonths } from "#app/domain/time/iso-date.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import type { Standing } from "#app/domain/lifecycle/standing.ts";

/** How many agreements of so many points stand so; points null: not scored yet. */
export type StandingCount = { points: number | null; standing: Standing; count: number };
/** A month ("2026-11") and how many supervisions are planned in it. */
export type MonthCount = { month: string; count: number };

/** What wants to be done, most pressing first; the order is the order of the list. */
export const TASK_KINDS = ["remind", "read-reply", "assess", "step-up", "approve", "reassess", "begin", "measure-late", "verify", "send", "risk-expires", "go-on"] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** One thing to do: `id` of the supervision, agreement or finding it is done on, `day` since or by when, `rule` of a finding. */
export type Task = { kind: TaskKind; id: string; title: string; processorName: string; day: IsoDate; rule: string };
/** The tasks of one kind that come first, and whether there are more. */
export type TaskGroup = { kind: TaskKind; tasks: Task[]; more: boolean };

/** Tasks of one kind that are shown at once, and tasks in all: the list stays short, whatever there is to do. */
export const SHOWN_TASKS = 3;
export const MOST_TASKS = 12;

/** The first days of the twelve months of the strip: today, then the first of each month after. */
export function monthStarts(today: IsoDate): IsoDate[] {
  return [today, ...Array.from({ length: 11 }, (_, place) => addMonths(`${today.slice(0, 7)}-01`, place + 1))];
}

/** Days that part the planned supervisions, in order: before the first is overdue, before `soonEnds` is soon, between others lie the months. */
export function dueBounds(today: IsoDate): { days: IsoDate[]; soonEnds: IsoDate } {
  const soonEnds = addDays(today, SOON_DAYS + 1);
  return { days: [...new Set([...monthStarts(today), addMonths(`${today.slice(0, 7)}-01`, 12), soonEnds])].sort(), soonEnds };
}

/** The twelve months of the strip, from how many supervisions are planned between the bound of a number (1 is the first) and the next. */
export function monthsOf(today: IsoDate, counts: readonly { due: number; count: number }[]): MonthCount[] {
  const { days } = dueBounds(today);
  return monthStarts(today).map((start) => {
    const month = start.slice(0, 7);
    return { month, count: counts.filter(({ due }) => days[due - 1]?.slice(0, 7) === month).reduce((sum, { count }) => sum + count, 0) };
  });
}

/** The counts with those agreements moved to overdue whose processor is late. */
export function withLate(counts: readonly StandingCount[], late: readonly { points: number | null; count: number }[]): StandingCount[] {
  const lateOf = (points: number | null) => late.find((one) => one.points === points)?.count ?? 0;
  const added = late.filter(({ points }) => !counts.some((one) => one.points === points && one.standing === "overdue"))
    .map(({ points }): StandingCount => ({ points, standing: "overdue", count: 0 }));
  return [...counts, ...added].map((one) => {
    const moved = one.standing === "overdue" ? lateOf(one.points) : one.standing === "waiting-for-processor" ? -lateOf(one.points) : 0;
    return { ...one, count: one.count + moved };
  }).filter(({ count }) => count > 0);
}

/** How many agreements stand in one of these ways. */
export function countOf(counts: readonly StandingCount[], ...standings: readonly Standing[]): number {
  return counts.filter(({ standing }) => standings.includes(standing)).reduce((sum, { count }) => sum + count, 0);
}

/**
 * The tasks by kind, in the order of the list; the more kinds there are, the fewer of each, but of each one. An assessment whose
 * clarification was answered stands once.
 */
export function groupTasks(tasks: readonly Task[]): TaskGroup[] {
  const replied = tasks.filter(({ kind }) => kind === "read-reply").map(({ id }) => id);
  const groups = TASK_KINDS.map((kind) => ({ kind, found: tasks.filter((task) => task.kind === kind && !(kind === "go-on" && replied.includes(task.id))) })).filter(({ found }) => found.length > 0);
  const shown = Math.min(SHOWN_TASKS, Math.max(1, Math.floor(MOST_TASKS / groups.length)));
  return groups.map(({ kind, found }) => ({ kind, tasks: found.slice(0, shown), more: found.length > shown }));
}
