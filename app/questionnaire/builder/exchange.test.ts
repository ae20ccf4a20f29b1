import fc from "fast-check";
import { readTable } from "#app/spreadsheet/read-table.server.ts";
import { writeWorkbook } from "#app/spreadsheet/write-workbook.server.ts";
import { describe, expect, it, test } from "vitest";
import { SurveyModel } from "survey-core";
import { LEVELS } from "#app/domain/scoring/level.ts";
import { choiceSets, newField, newPage, newQuestion, newRows, standardTexts, type Draft, type DraftQuestion } from "./draft.ts";
import { draftToSheets } from "./draft-to-sheets.server.ts";
import { readJsonFile, toJsonFile, toPlainSurvey } from "./exchange-json.ts";
import { exportFile } from "./export-file.server.ts";
import { importFile } from "./import-file.server.ts";
import { canCount, hasChoices, QUESTION_TYPES } from "./question-types.ts";
import { sheetsToDraft } from "./sheets-to-draft.server.ts";
import { starterDraft } from "./starters.ts";
import { firstQuestionnaire } from "../catalogue.ts";
import { frozenToDraft } from "./thaw-draft.ts";

const standard = starterDraft("standard", { da: "Skema", en: "" });
const back = async (bytes: Buffer | null): Promise<Draft> => {
  const read = await importFile(bytes ?? expect.fail("no file"));
  return read.ok ? read.draft : expect.fail(JSON.stringify(read.problems));
};

const words = fc.constantFrom("Hvad?", "=1+1", "Linje\nto", "æøå & co.", "-5", "100 %", "+45 12 34 56 78", "@navn", "'citat'", "A > B");
const localized = fc.record({ da: words, en: fc.oneof(words, fc.constant("")) });
const question = (name: string) => fc.record({ type: fc.constantFrom(...QUESTION_TYPES), title: localized, description: fc.oneof(localized, fc.constant({ da: "", en: "" })), required: fc.boolean(), weight: fc.constantFrom(1, 2, 3), critical: fc.boolean(), evidence: fc.constantFrom("none", "optional", "required"), set: fc.constantFrom("met", "met-or-not-applicable", "yes-partly-no"), comment: fc.boolean() }).map((given): DraftQuestion => {
  const { type, set, comment } = given;
  const fresh = newQuestion(name, type);
  const counting = canCount(type);
  const choices = type === "yes-no" ? choiceSets["yes-no"]() : hasChoices(type) ? choiceSets[set as "met"]().map((one) => (counting ? one : { ...one, level: null })) : [];
  return {
    ...fresh, title: given.title, description: given.description, required: given.required, choices: comment ? choices : choices.map((one) => ({ ...one, reason: false })), weight: counting ? (given.weight as 1) : 0, critical: counting && given.critical,
    requirements: counting ? ["G1", "001 C.2 d.8"] : [], source: counting ? "Aftalens punkt 4" : "", evidence: type === "file" ? "none" : (given.evidence as "none"), evidenceText: given.evidence === "none" || type === "file" ? { da: "", en: "" } : given.title, comment: comment && hasChoices(type), commentText: comment && hasChoices(type) ? given.title : { da: "", en: "" },
    rows: type === "rows" ? { ...newRows(), fields: [{ ...newField("f1"), title: given.title }, { ...newField("f2"), type: "single", title: given.title, choices: [{ value: "a", text: given.title }] }] } : null,
  };
});
const drafts = fc.record({ title: localized, first: question("q1"), second: question("q2"), then: question("q3") }).map(({ title, first, second, then }): Draft => ({
  title, description: { da: "", en: "" }, minutes: null, pages: [{ ...newPage("page1"), title, questions: [first, second] }, { ...newPage("page2"), title, condition: { any: first.type === "file" ? [[{ question: "q2", operator: "answered", value: null }]] : [[{ question: "q1", operator: "answered", value: null }]] }, questions: [then] }],
})).filter(({ pages }) => pages[0]!.questions.some(({ type }) => type !== "file") && (pages[0]!.questions[0]!.type !== "file" || pages[0]!.questions[1]!.type !== "file"));

describe("what is exported comes back the same", () => {
  test.each(["json", "xlsx"] as const)("the standard questionnaire as %s, in either language", async (format) => {
    for (const language of ["da", "en"] as const) expect(await back(await exportFile(standard, format, language))).toEqual(standard);
  });
  it("whatever is asked, as JSON", () => fc.assert(fc.property(drafts, (draft) => { expect(readJsonFile(toJsonFile(draft))).toMatchObject({ ok: true, draft }); }), { numRuns: 60 }), 30_000);
  it("whatever is asked, as sheets", () => fc.assert(fc.property(drafts, fc.constantFrom("da" as const, "en" as const), (draft, language) => {
    const read = sheetsToDraft(draftToSheets(draft, language).map(({ name, rows }) => ({ name, rows })));
    expect(read).toMatchObject({ ok: true, draft });
  }), { numRuns: 60 }), 30_000);
});

describe("the plain survey", () => {
  it("is read by stock survey-core in both languages, with working conditions and nothing unknown", () => {
    const model = new SurveyModel(JSON.parse(toPlainSurvey(frozenToDraft(firstQuestionnaire(6)).draft)!) as object);
    expect(model.jsonErrors ?? []).toEqual([]);
    expect(model.getQuestionByName("breach_list").isVisible).toBe(false);
    model.setValue("breaches", "yes");
    expect(model.getQuestionByName("breach_list").isVisible).toBe(true);
    for (const locale of ["da", "en"]) {
      model.locale = locale;
      expect(model.getAllQuestions().map(({ title, name }) => [name, title]).filter(([name, title]) => name === title)).toEqual([]);
    }
  });
  it("comes in without weights, and says so", () => expect(readJsonFile(toPlainSurvey(standard)!)).toMatchObject({ ok: true, notes: expect.arrayContaining([{ place: "", code: "no-weights" }]) as unknown }));
  it("is not given while the draft has mistakes", () => expect(toPlainSurvey({ ...standard, title: { da: "", en: "" } })).toBeNull());
});

describe("a workbook", () => {
  const sheets = () => draftToSheets(standard, "da").map(({ name, rows }) => ({ name, rows: rows.map((row) => [...row]) }));
  const at = (sheet: number, heading: string) => sheets()[sheet]!.rows[0]!.indexOf(heading);
  type Change = (all: ReturnType<typeof sheets>) => void;
  test.each<[string, Change, string, string]>([
    ["an unknown type", (all) => { all[2]!.rows[1]![at(2, "Svartype")] = "hologram"; }, `Spørgsmål!C2`, "unknown-word"],
    ["a page that there is not", (all) => { all[2]!.rows[2]![at(2, "Side-id")] = "x"; }, "Spørgsmål!A3", "unknown-page"],
    ["a name twice", (all) => { all[2]!.rows[2]![1] = `${String(all[2]!.rows[1]![1])} `; }, "Spørgsmål!B3", "duplicate-name"],
    ["mark-up", (all) => { all[2]!.rows[1]![at(2, "Tekst (dansk)")] = "<script>x"; }, "Spørgsmål!D2", "unsafe-text"],
    ["a Markdown link", (all) => { all[3]!.rows[1]![at(3, "Dansk")] = "[x](https://evil.example)"; }, "Svarmuligheder!D2", "unsafe-link"],
    ["a formula as a condition", (all) => { all[1]!.rows[1]![at(1, "Vises kun hvis")] = "iif(1,2)"; }, "Sider!F2", "bad-condition"],
    ["a weight of nine", (all) => { all[2]!.rows[1]![at(2, "Vægt")] = 9; }, "Spørgsmål!I2", "unknown-word"],
    ["a weight in words", (all) => { all[2]!.rows[1]![at(2, "Vægt")] = "tung"; }, "Spørgsmål!I2", "not-a-number"],
    ["an answer to nobody", (all) => { all[3]!.rows[1]![0] = "nobody"; }, "Svarmuligheder!A2", "unknown-question"],
    ["a name with a space", (all) => { all[2]!.rows[1]![1] = "a b"; all[3]!.rows = all[3]!.rows.slice(0, 1); }, ".pages[0].elements[0].name", "bad-name"],
    ["a requirement that there is not", (all) => { all[2]!.rows[1]![at(2, "Krav")] = "G99"; }, "Spørgsmål!B2", "unknown-requirement"],
    ["a circle", (all) => { all[2]!.rows[1]![at(2, "Vises kun hvis")] = `{${String(all[2]!.rows[1]![1])}} notempty`; }, "Spørgsmål!B2", "depends-on-itself"],
    ["no sheet of questions", (all) => { all.splice(2, 1); }, "", "no-sheet"],
    ["no column of types", (all) => { all[2]!.rows[0]![2] = "Noget"; }, "Spørgsmål!A1", "no-column"],
  ])("with %s is refused at its cell", (_, change, place, code) => {
    const all = sheets();
    change(all);
    const read = sheetsToDraft(all);
    expect(read.ok ? [] : read.problems).toContainEqual(expect.objectContaining({ place, code }));
  });

  it("is text in every cell, whatever a title begins with", async () => {
    const draft: Draft = { ...standard, title: { da: "=HYPERLINK(\"https://evil.example\")", en: "+1" } };
    const bytes = (await exportFile(draft, "xlsx", "da"))!;
    const table = await readTable(bytes);
    expect(table.ok && table.sheets[0]?.rows[1]).toEqual(["Navn", "=HYPERLINK(\"https://evil.example\")", "+1"]);
    expect(await back(bytes)).toEqual(draft);
  });

  it("that is no workbook of ours is refused", async () => {
    expect(await importFile(await writeWorkbook([{ name: "Ark1", rows: [["x"]] }]))).toMatchObject({ ok: false, problems: [{ code: "no-sheet" }, { code: "no-sheet" }, { code: "no-sheet" }] });
    expect(await importFile(Buffer.from("PK\u0003\u0004xxxx"))).toEqual({ ok: false, problems: [{ place: "", code: "not-a-table" }] });
    expect(await importFile(Buffer.alloc(5_000_000, "PK"))).toEqual({ ok: false, problems: [{ place: "", code: "too-large" }] });
  });
});

it("knows a word for every level", () => expect(LEVELS).toHaveLength(6));
it("has standard texts in both languages", () => { for (const { da, en } of Object.values(standardTexts)) expect([da, en].every((one) => one.length > 3)).toBe(true); });
