import { expect, test } from "vitest";
import { raiseFromConfirmation } from "./raise-from-confirmation.ts";

test.each([
  ["unreserved", []],
  ["with-reservations", ["K2-RESERVATION"]],
  [null, ["K2-MISSING"]],
] as const)("a confirmation given %s", (given, rules) => {
  const found = raiseFromConfirmation({ question: "confirmation", given });
  expect(found.map(({ rule }) => rule)).toEqual(rules);
  expect(found.every(({ blocking, question }) => blocking && question === "confirmation")).toBe(true);
});
