import { scoreAnswers } from "#app/domain/scoring/score-answers.ts";
import { scoreGroups } from "#app/domain/scoring/score-groups.ts";
import { composeRequest } from "#app/questionnaire/compose.ts";
import { agreementSnapshot } from "#app/supervision/agreement-snapshot.ts";
import { assessedItems, claimedItems, groupsOf, raiseFindings } from "#app/supervision/assessment/case-facts.ts";
import type { CaseFacts } from "#app/supervision/assessment/case-facts.ts";
import { filled } from "../support/sample-answers.ts";
import type { BenchLine } from "./upload.ts";

const ROUNDS = 5;
const TIMES = 400;
/** Questions a case has at least: concept 6 and a statement, with as many special requirements as that. */
const QUESTIONS = 60;

/** A case with everything in it: every answer scored claimed and assessed, by page and in total, and every rule run over it. */
export async function run(report: (line: BenchLine) => void): Promise<void> {
  const facts = makeCase();
  const count = claimedItems(facts).length;
  if (count < QUESTIONS) throw new Error(`only ${count} questions are scored`);
  const once = () => {
    for (const items of [claimedItems(facts), assessedItems(facts)]) {
      scoreAnswers(items);
      scoreGroups(items, groupsOf(facts.frozen));
    }
    return raiseFindings(facts).length;
  };
  for (let at = 0; at < TIMES / 4; at += 1) once();
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const begun = performance.now();
    for (let at = 0; at < TIMES; at += 1) once();
    rates.push((TIMES * count * 1_000) / (performance.now() - begun));
  }
  report({ name: "score.answers", value: Math.round(rates.sort((one, other) => one - other)[Math.floor(ROUNDS / 2)] ?? 0), unit: "answers/s" });
  report({ name: "score.questions", value: count, unit: "questions" });
  await Promise.resolve();
}

function makeCase(): CaseFacts {
  const specialRequirements = Array.from({ length: QUESTIONS }, (_, at) => ({ id: `r${at}`, textDa: `Krav ${at}`, textEn: "", critical: at % 5 === 0, evidenceAsked: at % 3 === 0 }));
  const agreement = agreementSnapshot.parse({
    title: "Journalsystem", agreementVersion: 1, specialRequirements, locations: [{ place: "Roskilde", country: "DK" }], contact: { name: "Mette", email: "mette@example.dk" },
    limits: [{ kind: "patching", value: 14, unit: "days", runsFrom: "release", source: "001 C.2 d.8" }],
  });
  const frozen = composeRequest({ concept: 6, supplements: [5], agreement, lastSupervisionOn: "2025-03-12", controllerName: "Lægehuset", points: 9 });
  const answers = filled(frozen, { assurance: "limited", patching: { value: "partly", comment: "Vi patcher inden 30 dage" }, locations: "elsewhere", locations_elsewhere: [{ place: "Oslo", country: "Norge", processing: "Drift" }] });
  return {
    frozen, agreement, points: 9, answers, evidence: {}, submittedOn: "2026-11-22", statementReceivedOn: "2026-11-22", changedIn: {}, register: [], held: { previousPeriodEnd: "2025-01-01", positions: [], refuseTypeOne: true, concepts: [] },
    decisions: Object.keys(frozen.scoring).slice(0, 20).map((question) => ({ question, revision: 1, level: "partly", naAccepted: null })),
  };
}
