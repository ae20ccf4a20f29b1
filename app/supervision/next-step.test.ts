import { expect, it } from "vitest";
import { nextStep } from "./next-step.ts";

it.each([
  ["draft", false, "send"],
  ["sent", false, "wait"],
  ["sent", true, "remind"],
  ["answering", true, "remind"],
  ["returned", false, "wait"],
  ["submitted", false, "assess"],
  ["assessing", false, "go-on-assessing"],
  ["concluded", false, "package"],
  ["archived", false, "package"],
  ["withdrawn", false, "open-again"],
] as const)("%s, overdue %s: %s", (state, overdue, step) => {
  expect(nextStep(state, overdue)).toBe(step);
});
