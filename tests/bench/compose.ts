import { MUNICIPAL_PROCEDURES } from "#app/domain/concept/procedures.ts";
import { limitsOfSet } from "#app/domain/limits/clause-sets.ts";
import { composeRequest } from "#app/questionnaire/compose.ts";
import type { ComposeInput } from "#app/questionnaire/compose.ts";
import { hashQuestionnaire } from "#app/questionnaire/freeze.server.ts";
import type { Concept } from "#app/questionnaire/types.ts";
import type { BenchLine } from "./upload.ts";

const REQUESTS = 10_000;
const WARM = 200;

/** Ten thousand requests composed, checked against the allow-list and hashed, of all concepts and points, from agreements on the municipal template. */
export async function run(report: (line: BenchLine) => void): Promise<void> {
  for (let number = 0; number < WARM; number += 1) hashQuestionnaire(composeRequest(inputOf(number)));
  const hashes = new Set<string>();
  let questions = 0;
  const begun = performance.now();
  for (let number = 0; number < REQUESTS; number += 1) {
    const questionnaire = composeRequest(inputOf(number));
    hashes.add(hashQuestionnaire(questionnaire));
    questions += questionnaire.survey.pages.reduce((sum, { elements }) => sum + elements.length, 0);
  }
  const seconds = (performance.now() - begun) / 1_000;
  if (hashes.size !== REQUESTS) throw new Error(`${REQUESTS - hashes.size} requests are not their own`);
  report({ name: "compose-10000", value: Number(seconds.toFixed(2)), unit: "s" });
  report({ name: "compose", value: Math.round(REQUESTS / seconds), unit: "requests/s" });
  report({ name: "compose-questions", value: Math.round(questions / REQUESTS), unit: "questions/request" });
  await Promise.resolve();
}

function inputOf(number: number): ComposeInput {
  const concept = (2 + (number % 5)) as Concept;
  return {
    concept, supplements: number % 10 === 4 ? [6] : [], points: 1 + (number % 10), lastSupervisionOn: number % 3 === 0 ? null : "2025-11-22", controllerName: `Kommune ${number}`,
    agreement: {
      title: `Aftale ${number}`, duration: "Så længe hovedaftalen løber", limits: limitsOfSet("municipal"), procedures: MUNICIPAL_PROCEDURES, locations: [{ place: "Roskilde", country: "DK" }],
      subprocessors: Array.from({ length: number % 4 }, (_, place) => ({ id: `s${place}`, name: `Underdatabehandler ${place}`, country: "DE", processing: "Drift", status: "approved" })),
      specialRequirements: Array.from({ length: number % 6 }, (_, place) => ({ id: `r${place}`, textDa: `Krav ${place}: Opslag kontrolleres hver måned.`, category: "security", source: "C.2", evidenceAsked: place % 2 === 0 })),
    },
    shown: number % 7 === 0 ? { title: "ISAE 3000", until: "2026-09-30", asAt: false, objectives: ["A", "B", "C"], specialRequirements: [] } : null,
  };
}
