import type { Concept, Ground } from "../types.ts";
import { agreementFile } from "./block-files.ts";
import type { Placed } from "./block.ts";
import { limitGround } from "./concept-questions.ts";
import { fill, joinLines } from "./fill.ts";
import { clauseWords } from "./limit-words.ts";
import type { KindOfLimit } from "./limit-words.ts";

/**
 * The breach question since the last supervision, with what a breach is (also mere access, also unavailability; 004:378-386). The guide has
 * it under concepts 3 and 4; asked by default under 5 and 6 too, and under 2 where it is wanted. Where the agreement wants incidents told that
 * may only possibly have had effect (001 C.2 d.12), they are asked about as well.
 */
export function breachQuestions(parts: readonly Concept[], wanted: boolean, limits: readonly KindOfLimit[]): Placed[] {
  const asking = parts.filter((concept) => concept > 2);
  if (asking.length === 0 && !wanted) return [];
  const { incidentTitle, incidentNote, ...block } = agreementFile.breaches;
  const [question, ...rest] = block.elements;
  const incident = limits.find(({ kind }) => kind === "incident-notice")?.rows[0];
  const asked = incident
    ? { ...question!, title: incidentTitle, description: joinLines([question!.description, fill(incidentNote, { source: clauseWords(incident.source) })])! }
    : question!;
  const source = parts.includes(3) ? "004:378" : parts.includes(4) ? "004:430" : "Datatilsynet 2021, koncept 3";
  const why: Ground = { kind: "breaches", key: "breaches", questions: [question!.name], source };
  return [{ ...block, elements: [asked, ...rest], grounds: [why, ...(incident ? [limitGround(incident, question!.name, "incident-notice")] : [])] }];
}
