import { expect, it } from "vitest";
import { listElements } from "./elements.ts";
import { hasPart, partsOf, readSupplements } from "./parts.ts";
import { sampleQuestionnaire } from "./questionnaire.sample.ts";
import type { FrozenQuestionnaire } from "./types.ts";

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

it("asks the controller's own questions instead of ours under concept 6, and still what the agreement brings", () => {
  const yesNo = [{ value: "yes", text: { da: "Ja", en: "Yes" } }, { value: "no", text: { da: "Nej", en: "No" } }];
  const own: FrozenQuestionnaire = {
    id: "k6", version: 3, concept: 6, minutes: 5,
    survey: { locale: "da", title: { da: "Vores spørgsmål", en: "Our questions" }, pages: [{ name: "security", title: { da: "Rum", en: "Rooms" }, elements: [{ type: "radiogroup", name: "locked_room", title: { da: "Er rummet aflåst?", en: "Is the room locked?" }, choices: yesNo }] }] },
    scoring: { locked_room: { weight: 1, critical: false, requirements: ["G2"], evidence: "none", levels: { yes: "met", no: "not-met" }, source: "Eget krav" } },
  };
  const frozen = sampleQuestionnaire(6, { own });
  const names = listElements(frozen.survey).map(({ name }) => name);
  expect(names.slice(0, 2)).toEqual(["locked_room", "subprocessors_new"]);
  expect(names).toEqual(expect.arrayContaining(["special_r1", "breaches"]));
  expect(names).not.toContain("access_review");
  expect([frozen.survey.title.da, frozen.survey.pages[0]?.name, frozen.scoring.locked_room?.weight]).toEqual(["Vores spørgsmål", "own_security", 1]);
  const statementFirst = sampleQuestionnaire(5, { own, supplements: [6] });
  const asked = listElements(statementFirst.survey).map(({ name }) => name).filter((name) => ["statement_title", "locked_room", "instead_r1"].includes(name));
  expect(asked).toEqual(["statement_title", "locked_room", "instead_r1"]);
});
