import { SurveyModel } from "survey-core";
import { describe, expect, it } from "vitest";
import { conceptFile } from "./compose/block-files.ts";
import { freezeQuestionnaire, hashQuestionnaire } from "./freeze.server.ts";
import { firstVersion, sampleQuestionnaire } from "./questionnaire.sample.ts";
import { listElements } from "./elements.ts";
import type { Concept } from "./types.ts";

const concepts: Concept[] = [2, 3, 4, 5, 6];
const texts = (json: unknown, language: "da" | "en"): string[] =>
  typeof json !== "object" || json === null ? [] : Object.entries(json).flatMap(([key, one]) => (key === language && typeof one === "string" ? [one] : texts(one, language)));
const namesOf = (concept: Concept, ...change: Parameters<typeof sampleQuestionnaire> extends [unknown, ...infer Rest] ? Rest : never) => listElements(sampleQuestionnaire(concept, ...change).survey).map(({ name }) => name);

describe.each(concepts)("concept %i", (concept) => {
  const frozen = sampleQuestionnaire(concept);

  it("asks its own questions and one block per special requirement", () => {
    const base = conceptFile(concept).questions.flatMap(({ elements }) => elements.map(({ name }) => name));
    const names = listElements(frozen.survey).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(base));
    const special = { 2: ["special_r1"], 5: ["special_r1", "instead_r1", "instead_r1_evidence"] } as Record<number, string[]>;
    expect(names.filter((name) => name.includes("_r1"))).toEqual(special[concept] ?? ["special_r1", "special_r1_evidence"]);
    expect(frozen.scoring.special_r1?.requirements).toContain("special:r1");
  });

  it("asks nothing special where nothing special is agreed", () => {
    const none = sampleQuestionnaire(concept, { agreement: { title: "Aftale", specialRequirements: [] } });
    expect(none.survey.pages.map(({ name }) => name)).not.toContain("special");
  });

  it("is complete in both languages, with every blank filled", () => {
    expect(texts(frozen.survey, "da").length).toBe(texts(frozen.survey, "en").length);
    expect(JSON.stringify(frozen)).not.toMatch(/\[\[|\]\]|undefined/);
    expect(texts(frozen.survey, "da").join()).toContain("Lægehuset");
    expect(texts(frozen.survey, "en").join()).toContain("All communication is encrypted.");
  });

  it("is the same for the same input, and keeps the blocks as they were", () => {
    expect(hashQuestionnaire(sampleQuestionnaire(concept))).toBe(hashQuestionnaire(frozen));
    expect(JSON.stringify(conceptFile(concept))).toContain("[[controller]]");
  });

  it("survives storing: the same hash after JSON with other key order", () => {
    const stored = JSON.parse(JSON.stringify(frozen)) as Record<string, unknown>;
    const turned = Object.fromEntries(Object.entries(stored).reverse());
    expect(freezeQuestionnaire(turned).hash).toBe(hashQuestionnaire(frozen));
  });

  it("is plain SurveyJS: stock survey-core reads it without a complaint and finds every question", () => {
    const model = new SurveyModel(JSON.parse(JSON.stringify(frozen.survey)));
    expect(model.jsonErrors ?? []).toEqual([]);
    expect(model.getAllQuestions(false).map(({ name }) => name)).toEqual(listElements(frozen.survey).map(({ name }) => name));
  });

  it("says of every question why it is asked", () => {
    const said = new Set((frozen.grounds ?? []).flatMap(({ questions }) => questions));
    const first = listElements(frozen.survey).filter(({ visibleIf }) => visibleIf === undefined).map(({ name }) => name);
    expect(first.filter((name) => !said.has(name))).toEqual([]);
  });

  it("keeps the questions of the first version by their names", () => {
    const renamed: Record<number, Record<string, string>> = {
      3: { period_from: "status_from", period_to: "status_to" }, 4: { covers_processing: "certificate_covers_processing" },
      6: { subprocessor_supervision: "own_subprocessor_supervision", subprocessor_supervision_evidence: "own_subprocessor_supervision_evidence" },
    };
    const first = listElements(firstVersion(concept).survey).map(({ name }) => renamed[concept]?.[name] ?? name);
    expect(listElements(frozen.survey).map(({ name }) => name)).toEqual(expect.arrayContaining(first));
  });
});

describe("the interval of the breach question", () => {
  const question = (lastSupervisionOn: string | null, language: "da" | "en") =>
    listElements(sampleQuestionnaire(3, { lastSupervisionOn }).survey).find(({ name }) => name === "breaches")?.title?.[language];

  it.each([
    ["2025-03-12", "da", "Er der siden 12. mar. 2025 sket"],
    ["2025-03-12", "en", "breaches since 12 Mar 2025 that"],
    [null, "da", "Er der siden aftalen trådte i kraft sket"],
    [null, "en", "breaches since the agreement took effect that"],
  ] as const)("%s %s", (last, language, expected) => expect(question(last, language)).toContain(expected));
});

it("no two concepts have one name for two questions", () => {
  const names = concepts.flatMap((concept) => conceptFile(concept).questions.flatMap(({ elements }) => elements.map(({ name }) => name)));
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
});

it("asks about breaches under 3-6, under 2 where that is wanted", () => {
  expect(concepts.map((concept) => namesOf(concept).includes("breaches"))).toEqual([false, true, true, true, true]);
  expect(namesOf(2, { askBreaches: true })).toEqual(expect.arrayContaining(["breaches", "breach_list"]));
});

it("takes critical and evidence from the special requirement", () => {
  const agreement = { title: "A", specialRequirements: [{ id: "x", textDa: "Krav", critical: true, evidenceAsked: true }, { id: "y", textDa: "Krav" }] };
  const { scoring, survey } = sampleQuestionnaire(6, { agreement });
  expect([scoring.special_x?.critical, scoring.special_x?.evidence, scoring.special_y?.critical, scoring.special_y?.evidence]).toEqual([true, "required", false, "optional"]);
  expect(listElements(survey).find(({ name }) => name === "special_y")?.title).toEqual({ da: "Krav", en: "Krav" });
});

it("asks for the special requirements before it asks for breaches or who confirms", () => {
  expect(sampleQuestionnaire(2, { askBreaches: true }).survey.pages.map(({ name }) => name)).toEqual(["confirmation", "special", "breaches", "signatory"]);
  expect(sampleQuestionnaire(3).survey.pages.map(({ name }) => name)).toEqual(["status", "changes", "agreed", "special", "breaches"]);
});

it.each(concepts)("holds as many and as long special requirements as an agreement may have: concept %i", (concept) => {
  const line = 'Logs "opbevares"\n'; // what JSON writes longer
  const long = line.repeat(2_000 / line.length);
  const specialRequirements = Array.from({ length: 50 }, (_, place) => ({ id: `00000000-0000-4000-8000-0000000000${10 + place}`, textDa: long, textEn: long, critical: true, evidenceAsked: true }));
  const { scoring } = sampleQuestionnaire(concept, { agreement: { title: "A", specialRequirements } });
  expect(Object.keys(scoring).filter((name) => name.startsWith("special_"))).toHaveLength(50);
});

it("makes an organisation's own words harmless", () => {
  const evil = "Svar {breaches} <img src=x onerror=1> [[controller]] \u202e a\u0000b 1 < 2";
  const agreement = {
    title: "[[since]]", duration: evil, specialRequirements: [{ id: "x", textDa: evil, source: evil, evidenceText: evil, evidenceAsked: true }],
    subprocessors: [{ id: "s", name: evil, country: evil, processing: evil, status: "approved" }], locations: [{ place: evil, country: "DK" }],
    limits: [{ kind: "breach-notice", value: 2, unit: "hours", runsFrom: "", source: evil }], procedures: [{ kind: "physical-visit", everyMonths: 12, source: evil }],
  };
  const { survey } = sampleQuestionnaire(6, { controllerName: "{a} <b>", agreement });
  const all = JSON.stringify(survey);
  expect(all).not.toMatch(/\{breaches\}(?! )|<img|<b>|\u202e|\u0000/);
  expect(listElements(survey).find(({ name }) => name === "special_x")?.title?.da).toContain("1 < 2");
  expect(survey.description?.da).not.toContain("siden");
});

it("is small: few questions of its own", () => {
  const counts = concepts.map((concept) => conceptFile(concept).questions.flatMap(({ elements }) => elements).filter(({ type }) => type !== "file").length);
  expect(counts).toEqual([5, 8, 9, 28, 20]);
});

it("covers all duties of the agreement in concept 6, at any number of points", () => {
  const tested = (points: number) => new Set(Object.values(sampleQuestionnaire(6, { points }).scoring).flatMap(({ requirements }) => requirements.filter((one) => !one.startsWith("special"))));
  for (const points of [1, 10]) expect([...tested(points)].toSorted()).toEqual(["G1", "G2", "G3", "G4", "G5", "G6", "G7", "G8", "X-A", "X-G"]);
});
