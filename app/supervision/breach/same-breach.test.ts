import { expect, test } from "vitest";
import { mainOf, mayBeOne } from "./same-breach.ts";

const press = { id: "press", breachId: null as string | null, registerId: "p", sameAsId: null as string | null, folded: [] as unknown[], awareAt: new Date("2026-11-20T10:00:00Z"), authorityDecision: "", highRisk: null as boolean | null, closedAt: null as Date | null };
const notice = { ...press, id: "notice", breachId: "b", awareAt: new Date("2026-11-21T10:00:00Z") };

test.each<[string, Partial<typeof press>, Partial<typeof press>, boolean]>([
  ["a notice and what the press told", {}, {}, true],
  ["at another processor", {}, { registerId: "q" }, false],
  ["two that nobody gave notice of", {}, { breachId: null }, false],
  ["one that belongs to another already", { sameAsId: "x" }, {}, false],
  ["one that others belong to takes another", { folded: [1] }, {}, true],
  ["two that others belong to", { folded: [1] }, { folded: [1] }, false],
  ["itself", { id: "notice", breachId: "b" }, {}, false],
])("%s", (_what, one, other, expected) => {
  expect(mayBeOne({ ...press, ...one }, { ...notice, ...other })).toBe(expected);
});

test.each<[string, Partial<typeof press>, Partial<typeof press>, string]>([
  ["what is no notice counts", {}, {}, "press"],
  ["the only one decided on counts", {}, { authorityDecision: "notified" }, "notice"],
  ["the only one whose risk is assessed", {}, { highRisk: false }, "notice"],
  ["both decided on: what is no notice", { highRisk: false }, { authorityDecision: "notified" }, "press"],
  ["the one that counts for others already", { authorityDecision: "notified" }, { folded: [1] }, "notice"],
  ["of two notices the older", { breachId: "a" }, {}, "press"],
  ["of two notices the older, whichever it is", { breachId: "a", awareAt: new Date("2026-11-22T10:00:00Z") }, {}, "notice"],
])("%s", (_what, one, other, expected) => {
  const [first, second] = [{ ...press, ...one }, { ...notice, ...other }];
  expect([mainOf(first, second).id, mainOf(second, first).id]).toEqual([expected, expected]);
});
