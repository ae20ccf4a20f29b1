import { expect, test } from "vitest";
import { allActions } from "./actions.ts";
import { actorValue, isNarrowed, readAuditFilter } from "./audit-filter.ts";

const id = "0b5e4b8e-1a4f-4a57-9c6f-1b1c1d1e1f10";
const read = (query: string) => readAuditFilter(new URL(`https://portal.example/audit${query}`));

test("nothing asked for, nothing left out", () => {
  expect(read("")).toEqual({ from: null, to: null, actor: { kind: "anybody" }, action: "", actions: [], supervisionId: null });
  expect(isNarrowed(read(""))).toBe(false);
});

test.each([
  ["?from=2026-11-01", { from: "2026-11-01" }],
  ["?to=2026-11-31", { to: null }],
  ["?from=x&to=2026-11-30", { from: null, to: "2026-11-30" }],
  [`?person=${id}`, { actor: { kind: "member", personId: id } }],
  ["?person=other-party", { actor: { kind: "other-party" } }],
  ["?person=portal", { actor: { kind: "portal" } }],
  ["?person=mette", { actor: { kind: "anybody" } }],
  ["?action=request.sent", { action: "request.sent", actions: ["request.sent"] }],
  ["?action=agreement", { action: "agreement", actions: ["agreement.registered", "agreement.changed", "agreement.scored", "agreement.planned", "agreement.removed"] }],
  ["?action=toString", { action: "", actions: [] }],
  ["?action=request.unheard-of", { action: "", actions: [] }],
  [`?supervision=${id}`, { supervisionId: id }],
  ["?supervision=1", { supervisionId: null }],
])("%s", (query, expected) => {
  expect(read(query)).toMatchObject(expected);
});

test("an actor stands in the URL as it is read from it", () => {
  for (const value of ["", "other-party", "portal", id]) expect(actorValue(read(`?person=${value}`).actor)).toBe(value);
});

test("no action is listed twice", () => {
  expect(new Set(allActions).size).toBe(allActions.length);
});
