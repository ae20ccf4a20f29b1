import k2 from "#questionnaires/requests/k2.v1.json" with { type: "json" };
import k3 from "#questionnaires/requests/k3.v1.json" with { type: "json" };
import k4 from "#questionnaires/requests/k4.v1.json" with { type: "json" };
import k5 from "#questionnaires/requests/k5.v1.json" with { type: "json" };
import k6 from "#questionnaires/requests/k6.v1.json" with { type: "json" };
import { parseQuestionnaireFile } from "./schema.ts";
import type { Concept, QuestionnaireFile } from "./types.ts";

const files: Record<Concept, unknown> = { 2: k2, 3: k3, 4: k4, 5: k5, 6: k6 };
const parsed = new Map<Concept, QuestionnaireFile>();

/** The first version of a concept's questionnaire, checked on first use. Requests made from it are still answered; new ones are composed (compose.ts). */
export function firstQuestionnaire(concept: Concept): QuestionnaireFile {
  const known = parsed.get(concept) ?? parseQuestionnaireFile(files[concept]);
  parsed.set(concept, known);
  return known;
}
