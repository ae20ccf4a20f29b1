import { expect, test } from "vitest";
import { countOf, dueBounds, groupTasks, monthsOf, SHOWN_TASKS, TASK_KINDS, withLate } from "./overview.ts";
import type { StandingCount, Task } from "./overview.ts";

test("planned supervisions are parted at today, at the end of soon and at the first of each month", () => {
  const { days, soonEnds } = dueBounds("2026-11-30");
  expect(soonEnds).toBe("2026-12-31");
  expect(days).toHaveLength(14);
  expect([days[0], days[1], days[2], days[3], days[13]]).toEqual(["2026-11-30", "2026-12-01", "2026-12-31", "2027-01-01", "2027-11-01"]);
  // 30 days from the second of a 31-day month: soon ends on the first of a month, and the day stands once.
  expect(dueBounds("2026-12-01").days).toHaveLength(13);
});

test("the months are counted from today, and months without a planned supervision are there too", () => {
  const months = monthsOf("2026-11-22", [{ due: 0, count: 7 }, { due: 1, count: 2 }, { due: 2, count: 3 }, { due: 3, count: 4 }, { due: 13, count: 5 }, { due: 14, count: 9 }]);
  expect(months).toHaveLength(12);
  expect([months[0], months[1], months[2], months[11]]).toEqual([{ month: "2026-11", count: 2 }, { month: "2026-12", count: 7 }, { month: "2027-01", count: 0 }, { month: "2027-10", count: 5 }]);
});

test("agreements whose processor is late count as overdue and no longer as waiting", () => {
  const counts: StandingCount[] = [
    { points: 5, standing: "waiting-for-processor", count: 3 }, { points: 8, standing: "waiting-for-processor", count: 1 }, { points: 5, standing: "overdue", count: 2 }, { points: null, standing: "not-planned", count: 1 },
  ];
  const moved = withLate(counts, [{ points: 5, count: 1 }, { points: 8, count: 1 }]);
  expect(moved).toEqual([
    { points: 5, standing: "waiting-for-processor", count: 2 }, { points: 5, standing: "overdue", count: 3 }, { points: null, standing: "not-planned", count: 1 }, { points: 8, standing: "overdue", count: 1 },
  ]);
  expect([countOf(moved, "overdue"), countOf(moved, "in-order"), countOf(moved, "overdue", "not-planned")]).toEqual([4, 0, 5]);
});

test("the list of tasks stays short: the more kinds, the fewer of each", () => {
  const all = TASK_KINDS.flatMap((kind) => Array.from({ length: SHOWN_TASKS + 1 }, (_, place): Task => ({ kind, id: `${kind} ${place}`, title: "Løn", processorName: "Løn A/S", day: "2026-11-01", rule: "" })));
  const shown = (kinds: number) => groupTasks(all.filter(({ kind }) => TASK_KINDS.indexOf(kind) < kinds)).map(({ tasks }) => tasks.length);
  expect(shown(4)).toEqual([3, 3, 3, 3]);
  expect(shown(5)).toEqual([2, 2, 2, 2, 2]);
  expect(shown(TASK_KINDS.length)).toEqual(TASK_KINDS.map(() => 1));
});

test("tasks come by kind in the order of the list, the first few of each", () => {
  const task = (kind: Task["kind"], id: number): Task => ({ kind, id: String(id), title: "Løn", processorName: "Løn A/S", day: "2026-11-01", rule: "" });
  const groups = groupTasks([task("send", 1), ...Array.from({ length: SHOWN_TASKS + 1 }, (_, place) => task("remind", place)), task("send", 2)]);
  expect(groups.map(({ kind, tasks, more }) => [kind, tasks.map(({ id }) => id), more])).toEqual([["remind", ["0", "1", "2"], true], ["send", ["1", "2"], false]]);
});

test("an assessment whose clarification was answered stands once", () => {
  const task = (kind: Task["kind"], id: string): Task => ({ kind, id, title: "Løn", processorName: "Løn A/S", day: "2026-11-01", rule: "" });
  expect(groupTasks([task("read-reply", "a"), task("go-on", "a"), task("go-on", "b")]).map(({ kind, tasks }) => [kind, tasks.map(({ id }) => id)])).toEqual([["read-reply", ["a"]], ["go-on", ["b"]]]);
});
