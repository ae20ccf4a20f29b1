import { describe, expect, test } from "vitest";
import { dayIn, listIn, locationIn, yesNoIn } from "./read-cell.ts";

test.each([
  ["a; b|c\nb", ["a", "b", "c"]],
  [" ; ", []],
  ["Lokationsdata, der følger personer", ["Lokationsdata, der følger personer"]],
])("%j holds %j", (cell, values) => expect(listIn(cell)).toEqual(values));

test.each([
  ["2024-12-31", "2024-12-31"],
  ["31-12-2024", "2024-12-31"],
  ["1.2.2024", "2024-02-01"],
  ["1/2/24", "2024-02-01"],
  ["31-02-2024", "31-02-2024"],
  ["i går", "i går"],
  ["", ""],
])("the day in %j is %j", (cell, day) => expect(dayIn(cell)).toBe(day));

describe("yes and no", () => {
  test.each([["Ja", "yes"], ["x", "yes"], ["NEJ", "no"], ["0", "no"], ["måske", null], ["", null]])("%j is %j", (cell, said) => expect(yesNoIn(cell)).toBe(said));
});

test.each([
  ["Odense (DK)", "Odense", "DK"],
  ["Dublin, ie", "Dublin", "IE"],
  ["Odense, Fyn", "Odense, Fyn", ""],
  ["Eget datacenter", "Eget datacenter", ""],
])("%j is in %j, %j", (cell, place, country) => expect(locationIn(cell)).toEqual({ place, country }));
