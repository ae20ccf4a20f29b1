import { expect, test } from "vitest";
import { choiceSets, newPage, newQuestion, type Draft, type DraftQuestion } from "../builder/draft.ts";
import { draftToFrozen } from "../builder/freeze-draft.ts";
import { frozenToDraft } from "../builder/thaw-draft.ts";
import { firstQuestionnaire } from "../catalogue.ts";
import { listElements } from "../elements.ts";
import { sampleQuestionnaire } from "../questionnaire.sample.ts";

const asked = (name: string, change: Partial<DraftQuestion> = {}): DraftQuestion => ({ ...newQuestion(name, "single"), title: { da: `Om ${name}`, en: `On ${name}` }, choices: choiceSets.met(), ...change });
const frozen = (draft: Draft) => {
  const made = draftToFrozen(draft, 1);
  return made.ok ? made.questionnaire : expect.fail(JSON.stringify(made.problems));
};
const composed = (pages: Draft["pages"], change: Parameters<typeof sampleQuestionnaire>[1] = {}) =>
  sampleQuestionnaire(6, { own: frozen({ title: { da: "Eget", en: "Own" }, description: { da: "", en: "" }, minutes: null, pages }), ...change });
const page = (name: string, questions: DraftQuestion[], change: Partial<Draft["pages"][number]> = {}) => ({ ...newPage(name, { da: name, en: name }), questions, ...change });
const titles = (questionnaire: ReturnType<typeof composed>) => Object.fromEntries(listElements(questionnaire.survey).map(({ name, title }) => [name, title?.da]));

test("a question that is called like one of the portal's is asked under another name, and the portal's is asked too", () => {
  const answered = { any: [[{ question: "breaches", operator: "is" as const, value: "not-met" }]] };
  const made = composed([page("one", [asked("breaches", { evidence: "required", comment: true }), asked("own_breaches"), asked("locations")]), page("two", [asked("q", { condition: answered })], { condition: answered })]);
  const names = titles(made);
  expect(names).toMatchObject({ own_own_breaches: "Om breaches", own_breaches: "Om own_breaches", own_locations: "Om locations", q: "Om q" });
  expect(names.breaches).not.toBe("Om breaches");
  expect(Object.keys(made.scoring)).toEqual(expect.arrayContaining(["own_own_breaches", "own_breaches", "own_locations", "q"]));
  expect(made.scoring.breaches).toBeUndefined();
  const element = (name: string) => listElements(made.survey).find((one) => one.name === name);
  expect(element("q")?.visibleIf).toBe("{own_own_breaches} = 'not-met'");
  expect(made.survey.pages.find(({ name }) => name === "two")?.visibleIf).toBe("{own_own_breaches} = 'not-met'");
  expect(element("own_own_breaches")?.validators?.[0]?.expression).toBe("{own_own_breaches} <> 'partly' and {own_own_breaches} <> 'not-met' or {own_own_breaches-Comment} notempty");
  expect(element("own_own_breaches_evidence")?.visibleIf).toBe("{own_own_breaches} anyof ['met', 'partly']");
});

test.each(["status_from", "approved_x", "instead_x", "opinion", "breach_list", "duty_visit"])("%s is never taken for the portal's", (name) => {
  expect(titles(composed([page("one", [asked(name)])]))[`own_${name}`]).toBe(`Om ${name}`);
});

test("a copy of the standard questionnaire is asked under the standard's names, and breaches once", () => {
  const { draft } = frozenToDraft({ ...firstQuestionnaire(6), minutes: null });
  const names = Object.keys(titles(composed(draft.pages)));
  expect(names.filter((name) => name.includes("own_"))).toEqual(["own_subprocessor_supervision", "own_subprocessor_supervision_evidence"]);
  expect(names).toEqual(expect.arrayContaining(["instructions", "breaches", "breach_list"]));
  expect(new Set(names).size).toBe(names.length);
  const beside = listElements(sampleQuestionnaire(5, { supplements: [6], own: frozen({ title: { da: "Eget", en: "Own" }, description: { da: "", en: "" }, minutes: null, pages: draft.pages }) }).survey);
  expect(beside.filter(({ name }) => name.includes("subprocessor_supervision")).map(({ choices }) => choices?.[0]?.value)).toEqual(["yes", "met", undefined]);
});

test("a page that is called like one of the portal's is called otherwise, past one that is called so already", () => {
  const pages = composed([page("breaches", [asked("a")]), page("own_breaches", [asked("b")])]).survey.pages.map(({ name }) => name);
  expect(new Set(pages).size).toBe(pages.length);
});
