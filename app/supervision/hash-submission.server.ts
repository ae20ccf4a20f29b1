import { createHash } from "node:crypto";
import { canonicalJson } from "#app/questionnaire/canonical-json.ts";
import type { Answers } from "#app/questionnaire/types.ts";

/** A file as it is handed in; `question` is its place in the questionnaire. */
export type HandedIn = { id: string; question: string; name: string; mediaType: string; size: number; sha256: string };

/** SHA-256 (hex) of what is signed, as canonical JSON: the questionnaire's hash, every answer, and name and SHA-256 of every file. */
export function hashSubmission({ questionnaireHash, answers, evidence }: { questionnaireHash: string; answers: Answers; evidence: readonly HandedIn[] }): string {
  const files = evidence.map(({ question, name, size, sha256 }) => ({ question, name, size, sha256 }));
  return createHash("sha256").update(canonicalJson({ questionnaireHash, answers, evidence: files })).digest("hex");
}
