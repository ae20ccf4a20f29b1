import { expect, test } from "vitest";
import { causesOfEdit } from "./causes-of-edit.ts";

const at = new Date("2026-11-22T10:00:00Z");
const said = { personCount: 999, personCategories: ["customers"], dataCategories: ["ordinary"], locations: [{ place: "Viborg", country: "DK" }], transfersOutsideEu: false };

test.each<[string, Partial<typeof said>, string[]]>([
  ["nothing", {}, []],
  ["more persons within the same points", { personCount: 5 }, []],
  ["a person more, and two points", { personCount: 1000 }, ["persons personCount 999→1000"]],
  ["a new kind of persons", { personCategories: ["customers", "children"] }, ["persons personCategories →children"]],
  ["a kind of persons less", { personCategories: [] }, []],
  ["special categories", { dataCategories: ["ordinary", "health", "cpr"] }, ["categories dataCategories →cpr,health"]],
  ["ordinary data, which gives no points", { dataCategories: [] }, []],
  ["a second place in the country", { locations: [...said.locations, { place: "Aarhus", country: "DK" }] }, []],
  ["a new country", { locations: [...said.locations, { place: "Berlin", country: "DE" }] }, ["country locations →DE"]],
  ["out of the EU", { transfersOutsideEu: true }, ["country transfersOutsideEu no→yes"]],
])("an edit: %s", (_name, change, expected) => {
  expect(causesOfEdit(said, { ...said, ...change }, at).map(({ kind, ref, from, to }) => `${kind} ${ref} ${from}→${to}`)).toEqual(expected);
});
