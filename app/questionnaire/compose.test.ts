import { describe, expect, it } from "vitest";
import { currentQuestionnaire } from "./catalogue.ts";
import { freezeQuestionnaire, hashQuestionnaire } from "./freeze.server.ts";
import { sampleQuestionnaire } from "./questionnaire.sample.ts";
import { listElements } from "./elements.ts";
import type { Concept } from "./types.ts";

const concepts: Concept[] = [2, 3, 4, 5, 6];
const texts = (json: unknown, language: "da" | "en"): string[] =>
  typeof json !== "object" || json === null ? [] : Object.entries(json).flatMap(([key, one]) => (key === language && typeof one === "string" ? [one] : texts(one, language)));

describe.each(concepts)("concept %i", (concept) => {
  const frozen = sampleQuestionnaire(concept);

  it("asks its own questions and one per special requirement", () => {
    const base = listElements(currentQuestionnaire(concept).survey).map(({ name }) => name);
    const added = listElements(frozen.survey).map(({ name }) => name).filter((name) => !base.includes(name));
    expect(added[0]).toBe("special_r1");
    expect(added.slice(1)).toEqual(concept === 2 ? [] : ["special_r1_evidence"]);
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

  it("is the same for the same input, and keeps the catalogue as it was", () => {
    const again = sampleQuestionnaire(concept);
    expect(hashQuestionnaire(again)).toBe(hashQuestionnaire(frozen));
    expect(JSON.stringify(currentQuestionnaire(concept))).toContain("[[controller]]");
  });

  it("survives storing: the same hash after JSON with other key order", () => {
    const stored = JSON.parse(JSON.stringify(frozen)) as Record<string, unknown>;
    const turned = Object.fromEntries(Object.entries(stored).reverse());
    expect(freezeQuestionnaire(turned).hash).toBe(hashQuestionnaire(frozen));
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

it("takes critical and evidence from the special requirement", () => {
  const agreement = { title: "A", specialRequirements: [{ id: "x", textDa: "Krav", critical: true, evidenceAsked: true }, { id: "y", textDa: "Krav" }] };
  const { scoring, survey } = sampleQuestionnaire(6, { agreement });
  expect([scoring.special_x?.critical, scoring.special_x?.evidence, scoring.special_y?.critical, scoring.special_y?.evidence]).toEqual([true, "required", false, "optional"]);
  expect(listElements(survey).find(({ name }) => name === "special_y")?.title).toEqual({ da: "Krav", en: "Krav" });
});

it("asks for the special requirements before it asks for breaches or who confirms", () => {
  expect(sampleQuestionnaire(2).survey.pages.map(({ name }) => name)).toEqual(["confirmation", "special", "signatory"]);
  expect(sampleQuestionnaire(3).survey.pages.map(({ name }) => name)).toEqual(["status", "changes", "special", "breaches"]);
});

it.each(concepts)("holds as many and as long special requirements as an agreement may have: concept %i", (concept) => {
  const line = 'Logs "opbevares"\n'; // what JSON writes longer
  const long = line.repeat(2_000 / line.length);
  const specialRequirements = Array.from({ length: 50 }, (_, place) => ({ id: `00000000-0000-4000-8000-0000000000${10 + place}`, textDa: long, textEn: long, critical: true, evidenceAsked: true }));
  const { scoring } = sampleQuestionnaire(concept, { agreement: { title: "A", specialRequirements } });
  expect(Object.keys(scoring).filter((name) => name.startsWith("special_"))).toHaveLength(50);
});

it("makes an organisation's own words harmless", () => {
  const specialRequirements = [{ id: "x", textDa: "Svar {breaches} <img src=x onerror=1> [[controller]] \u202e a\u0000b 1 < 2" }];
  const { survey } = sampleQuestionnaire(6, { controllerName: "{a} <b>", agreement: { title: "[[since]]", specialRequirements } });
  const all = JSON.stringify(survey);
  expect(all).not.toMatch(/\{breaches\}(?! )|<img|<b>|\u202e|\u0000/);
  expect(listElements(survey).find(({ name }) => name === "special_x")?.title?.da).toContain("1 < 2");
  expect(survey.description?.da).not.toContain("siden");
});

it("is small: few questions of its own", () => {
  const counts = concepts.map((concept) => listElements(currentQuestionnaire(concept).survey).filter(({ type }) => type !== "file").length);
  expect(counts).toEqual([5, 9, 11, 30, 22]);
});

it("covers all duties of the agreement in concept 6", () => {
  const covered = new Set(Object.values(currentQuestionnaire(6).scoring).flatMap(({ requirements }) => requirements));
  expect([...covered].toSorted()).toEqual(["G1", "G2", "G3", "G4", "G5", "G6", "G7", "G8", "X-A", "X-G"]);
});
