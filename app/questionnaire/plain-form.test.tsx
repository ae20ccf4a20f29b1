import { MantineProvider } from "@mantine/core";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { beforeAll, describe, expect, it } from "vitest";
import { texts as danish } from "#app/text/danish.ts";
import { loadTexts, translatorFor } from "#app/text/translator.ts";
import { AnswerView } from "./answer-view.tsx";
import type { FormProps } from "./form-props.ts";
import { PlainForm } from "./plain-form.tsx";
import { presentQuestionnaire } from "./present.ts";
import { QuestionnairePreview } from "./preview.tsx";
import { sampleAnswers, sampleQuestionnaire } from "./questionnaire.sample.ts";
import type { Concept } from "./types.ts";

beforeAll(() => void loadTexts("da", danish));
const draw = (element: ReactElement) => renderToStaticMarkup(<I18nextProvider i18n={translatorFor("da")}><MantineProvider>{element}</MantineProvider></I18nextProvider>);
const props = (concept: Concept, change: Partial<FormProps> = {}): FormProps => ({
  frozen: sampleQuestionnaire(concept), answers: {}, evidence: {}, language: "da", locked: [], saveUrl: "/save", uploadUrl: "/upload", removeUrl: "/remove", ...change,
});

describe("the form without JavaScript", () => {
  it.each([2, 3, 4, 5, 6] as const)("has a field for every visible question of concept %i", (concept) => {
    const own = props(concept);
    const html = draw(<PlainForm {...own} />);
    for (const item of presentQuestionnaire(own.frozen, "da").pages.flatMap(({ items }) => items)) {
      const field = item.type === "file" ? `form="upload-${item.name}"` : `name="q.${item.name}"`;
      expect([item.name, html.includes(field)]).toEqual([item.name, item.visible]);
    }
  });

  it("holds what was answered, and its version", () => {
    const html = draw(<PlainForm {...props(2, { answers: { signatory_name: { value: "Ida <Holm>", comment: null, version: 4 } } })} />);
    expect(html).toContain('value="Ida &lt;Holm&gt;"');
    expect(html).toContain('name="v.signatory_name" value="4"');
  });

  it("sends nothing of a locked question", () => {
    const html = draw(<PlainForm {...props(2, { locked: ["confirmation"] })} />);
    expect(html).toMatch(/<fieldset[^>]*disabled=""[^>]*id="question-confirmation"/);
    expect(html).not.toContain('name="question" value="confirmation"');
  });

  it("lets no file into a locked place, nor out of it", () => {
    const file = { id: "f1", name: "a.pdf", size: 1, sha256: "0".repeat(64), href: null };
    const given = { evidence: { statement_evidence: [file] } };
    expect(draw(<PlainForm {...props(5, given)} />)).toContain('form="remove-f1"');
    const locked = draw(<PlainForm {...props(5, { ...given, locked: ["statement_evidence"] })} />);
    expect(locked).toContain("a.pdf");
    expect(locked).not.toMatch(/remove-f1|upload-statement_evidence/);
  });

  it("says what is wrong at its field", () => {
    const html = draw(<PlainForm {...props(2, { errors: { confirmation: "Besvar spørgsmålet." } })} />);
    expect(html).toMatch(/id="field-q-confirmation-error"[^>]*>.*Besvar spørgsmålet\./);
  });

  it("may be one page only", () => {
    const html = draw(<PlainForm {...props(6)} page="security" />);
    expect(html).toContain('name="q.logging"');
    expect(html).not.toContain('name="q.instructions"');
  });

  it("has room for one panel more", () => {
    const answers = { breaches: { value: "yes", comment: null, version: 1 }, breach_list: { value: [{ what: "Tab" }], comment: null, version: 1 } };
    const html = draw(<PlainForm {...props(3, { answers })} />);
    expect(html).toContain('name="p.breach_list.1.what"');
    expect(html).not.toContain('name="p.breach_list.2.what"');
  });
});

it("answers are shown with comments, panels and evidence, and only what was asked", () => {
  const answers = sampleAnswers({ covers_processing: { value: "partly", comment: "Ikke <b>drift</b>" }, breaches: "yes", breach_list: [{ discovered_on: "2026-01-02", what: "Tab" }], special_r1: "met" });
  const html = draw(<AnswerView frozen={sampleQuestionnaire(3)} answers={answers} language="da" renderEvidence={({ name }) => <i>{name}</i>} renderAside={({ name }) => (name === "breaches" ? <b>ved siden af</b> : null)} />);
  for (const part of ["Delvist", "Ikke &lt;b&gt;drift&lt;/b&gt;", "2. jan. 2026", "<i>special_r1_evidence</i>", "<b>ved siden af</b>"]) expect(html).toContain(part);
  expect(draw(<AnswerView frozen={sampleQuestionnaire(3)} answers={{}} language="da" />)).not.toContain("Bruddene");
});

it("the preview shows every question, also those asked only after certain answers", () => {
  const frozen = sampleQuestionnaire(5);
  const html = draw(<QuestionnairePreview frozen={frozen} language="da" />);
  for (const { title } of presentQuestionnaire(frozen, "da").pages.flatMap(({ items }) => items)) expect(html).toContain(title);
  expect(html.match(/Stilles kun ved bestemte svar/g)?.length).toBe(frozen.survey.pages.flatMap(({ elements }) => elements).filter(({ visibleIf }) => visibleIf).length);
});
