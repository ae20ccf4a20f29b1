import { expect, it } from "vitest";
import { listElements } from "./elements.ts";
import { hasPart, partsOf, readSupplements } from "./parts.ts";
import { sampleQuestionnaire } from "./questionnaire.sample.ts";

it.each([
  [5, [6, 3, 6, 5, 1, 9], [3, 6]],
  [2, [], []],
  [1, [2], [2]],
])("concept %i with %j is kept as %j", (primary, given, kept) => expect(readSupplements(primary, given)).toEqual(kept));

it("an older questionnaire consists of its own concept", () => {
  expect(partsOf({ concept: 4 })).toEqual([4]);
  expect(hasPart({ concept: 5, parts: [5, 6] }, 6)).toBe(true);
  expect(hasPart({ concept: 5 }, 6)).toBe(false);
});

it("joins two concepts in one questionnaire, each question once", () => {
  const frozen = sampleQuestionnaire(5, { supplements: [6] });
  const names = listElements(frozen.survey).map(({ name }) => name);
  expect(partsOf(frozen)).toEqual([5, 6]);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toEqual(expect.arrayContaining(["statement_title", "access_review", "special_r1", "breaches"]));
  expect(frozen.survey.pages.at(-1)?.name).toBe("breaches");
  expect(frozen.scoring).toHaveProperty("access_review");
});
