import type { EvidenceView } from "#app/evidence/list-evidence.server.ts";
import { streamedPaths } from "#app/paths.ts";
import type { EvidenceFile, VersionedAnswer } from "#app/questionnaire/form-props.ts";
import type { FrozenQuestionnaire } from "#app/questionnaire/types.ts";
import type { Answering } from "#app/supervision/answering.server.ts";

/** What the form is made of, as its page's loader gives it. */
export function formProps(frozen: FrozenQuestionnaire, locked: string[], { answers: stored }: Answering, files: readonly EvidenceView[]) {
  const answers: Record<string, VersionedAnswer> = {};
  for (const [question, { value, comment, version }] of Object.entries(stored)) answers[question] = { value: value ?? null, comment: comment === "" ? null : comment, version };
  return { frozen, answers, evidence: filesByPlace(files), locked };
}

/** The files by their place in the questionnaire, each with where it is downloaded. */
export function filesByPlace(files: readonly Pick<EvidenceView, "id" | "question" | "name" | "size" | "sha256">[]): Record<string, EvidenceFile[]> {
  const places: Record<string, EvidenceFile[]> = {};
  for (const { id, question, name, size, sha256 } of files) (places[question] ??= []).push({ id, name, size, sha256, href: streamedPaths.evidence(id) });
  return places;
}
