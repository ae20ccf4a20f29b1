import { describe, expect, it, test } from "vitest";
import { firstQuestionnaire } from "../catalogue.ts";
import { checkDraft } from "./check-draft.ts";
import { draftToFrozen } from "./freeze-draft.ts";
import { frozenToDraft } from "./thaw-draft.ts";
import { parseDraft } from "./draft-schema.ts";
import { blankDraft, newQuestion } from "./draft.ts";
import { QUESTION_TYPES } from "./question-types.ts";

describe("a questionnaire of the guide", () => {
  test.each([2, 3, 4, 5, 6] as const)("of concept %i is opened in the builder and comes out as it was", (concept) => {
    const { specialRequirement: _, ...frozen } = firstQuestionnaire(concept);
    const { draft, notes } = frozenToDraft(frozen);
    expect(notes).toEqual([]);
    expect(parseDraft(draft)).toEqual(draft);
    expect(checkDraft(draft).filter(({ severity, code }) => severity === "error" && code !== "unknown-requirement")).toEqual([]);
    const again = draftToFrozen({ ...draft, pages: draft.pages.map((page) => ({ ...page, questions: page.questions.map((one) => ({ ...one, requirements: [] })) })) }, frozen.version);
    if (!again.ok) throw new Error(JSON.stringify(again.problems));
    expect(again.questionnaire.survey).toEqual(frozen.survey);
    expect(Object.keys(again.questionnaire.scoring)).toEqual(Object.keys(frozen.scoring));
  });
});

it("has an allowed form for every type", () => {
  const draft = blankDraft({ da: "Prøve", en: "Trial" });
  draft.pages[0]!.questions = QUESTION_TYPES.map((type, n) => {
    const question = newQuestion(`q${n}`, type);
    const text = { da: "Hvad?", en: "What?" };
    return { ...question, title: text, choices: question.choices.map((one) => ({ ...one, text })), rows: question.rows && { ...question.rows, fields: question.rows.fields.map((field) => ({ ...field, title: text })) } };
  });
  expect(checkDraft(draft)).toEqual([]);
  const frozen = draftToFrozen(draft, 3);
  if (!frozen.ok) throw new Error(JSON.stringify(frozen.problems));
  expect(frozen.questionnaire).toMatchObject({ id: "k6", version: 3, concept: 6 });
  const back = frozenToDraft(frozen.questionnaire);
  expect(back.notes).toEqual([]);
  expect({ ...back.draft, minutes: null }).toEqual({ ...draft, pages: draft.pages.map((page) => ({ ...page, questions: page.questions.map((one) => (one.weight > 0 ? { ...one, source: "Datatilsynet 2021, koncept 6" } : one)) })) });
});
