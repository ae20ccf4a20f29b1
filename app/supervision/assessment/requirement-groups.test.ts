import { expect, test } from "vitest";
import { scoreAnswers } from "#app/domain/scoring/score-answers.ts";
import { scoreGroups } from "#app/domain/scoring/score-groups.ts";
import type { ScoringRule } from "#app/questionnaire/types.ts";
import { requirementGroups } from "./requirement-groups.ts";

const rule = (requirements: string[]): ScoringRule => ({ weight: 2, critical: false, requirements, evidence: "none", levels: { yes: "met" }, source: "004:271" });
const scoring = {
  logging: rule(["G2"]), patching: rule(["G2", "001 C.2 d.8"]), erasure: rule(["G2", "G7"]), instructions: rule(["X-A"]), special_a: rule(["special:a", "G2"]), own: rule([]), independent: rule(["K5-5"]), sub: rule(["K3-2", "G4"]),
};

test("each question stands once, under the one demand it tests, in the guide's order", () => {
  expect(requirementGroups({ scoring }).map(({ id, questions }) => [id, questions])).toEqual([
    ["X-A", ["instructions"]], ["G2", ["logging", "patching"]], ["G4", ["sub"]], ["several", ["erasure"]], ["special", ["special_a"]], ["concept", ["independent"]], ["other", ["own"]],
  ]);
});

test("the groups add up to the total", () => {
  const levels = ["met", "partly", "not-met", "not-shown", "unanswered", "not-applicable"] as const;
  const items = Object.keys(scoring).map((question, place) => ({ question, weight: 2 as const, critical: false, level: levels[place % levels.length]! }));
  const [total, parts] = [scoreAnswers(items), scoreGroups(items, requirementGroups({ scoring }))];
  expect([parts.reduce((sum, { earned }) => sum + earned, 0), parts.reduce((sum, { possible }) => sum + possible, 0)]).toEqual([total.earned, total.possible]);
});
