import { expect, it } from "vitest";
import { fromSurveyData, toSurveyData } from "./answers.ts";
import { answerText, presentQuestionnaire, type PlainQuestion } from "./present.ts";
import { sampleAnswers, sampleQuestionnaire } from "./questionnaire.sample.ts";

const k3 = sampleQuestionnaire(3);
const find = (plain: ReturnType<typeof presentQuestionnaire>, name: string) => plain.pages.flatMap(({ items }) => items).find((item) => item.name === name)!;

it("is in one language, with evidence beside its question", () => {
  const english = presentQuestionnaire(k3, "en");
  expect(english.pages.map(({ title }) => title)).toEqual(["Status", "Changes", "What is agreed", "Specially agreed requirements", "Personal data breaches"]);
  expect(find(english, "special_r1")).toMatchObject({ title: "All communication is encrypted.", required: true, type: "radiogroup" });
  expect(find(english, "special_r1_evidence")).toMatchObject({ type: "file", question: "special_r1", visible: false });
  expect(find(english, "status_report_evidence")).toMatchObject({ question: null, visible: true });
  expect((find(english, "breach_list") as PlainQuestion).fields.map(({ name }) => name)).toEqual(["discovered_on", "what", "notified_on", "dealt_with", "measures"]);
});

it("shows what the answers ask for", () => {
  expect(find(presentQuestionnaire(k3, "da"), "breach_list").visible).toBe(false);
  const answered = presentQuestionnaire(k3, "da", sampleAnswers({ breaches: "yes", special_r1: "met" }), { special_r1: 2 });
  expect(find(answered, "breach_list").visible).toBe(true);
  expect(find(answered, "special_r1_evidence")).toMatchObject({ visible: true, files: 2 });
});

it("reads an answer aloud", () => {
  const say = { yes: "Ja", no: "Nej", day: (day: string) => `den ${day}` };
  const plain = presentQuestionnaire(sampleQuestionnaire(5), "da");
  const text = (name: string, value: unknown) => answerText(find(plain, name) as PlainQuestion, value, say);
  expect(text("assurance", "high")).toBe("Høj grad af sikkerhed");
  expect(text("objectives", ["a-instructions", "e-storage"])).toBe("A. Efterlevelse af instruks; E. Opbevaring");
  expect(text("issued_on", "2026-01-02")).toBe("den 2026-01-02");
  expect(text("auditor_name", "")).toBeNull();
});

it("turns answers into SurveyJS data and back", () => {
  const answers = sampleAnswers({ covers_processing: { value: "partly", comment: "Ikke drift" }, status_from: "2026-01-01", breach_list: [] });
  expect(toSurveyData(answers)).toEqual({ covers_processing: "partly", "covers_processing-Comment": "Ikke drift", status_from: "2026-01-01" });
  expect(fromSurveyData(k3, { ...toSurveyData(answers), elsewhere: 1, status_report_evidence: [{}] })).toEqual(
    sampleAnswers({ covers_processing: { value: "partly", comment: "Ikke drift" }, status_from: "2026-01-01" }),
  );
});
