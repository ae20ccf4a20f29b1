import { createHash } from "node:crypto";
import { canonicalJson } from "./canonical-json.ts";
import { parseFrozen } from "./schema.ts";
import type { FrozenQuestionnaire } from "./types.ts";

/** SHA-256 (hex) of the canonical JSON of a questionnaire: the same questions always have the same hash. */
export function hashQuestionnaire(questionnaire: FrozenQuestionnaire): string {
  return createHash("sha256").update(canonicalJson(questionnaire)).digest("hex");
}

/** Checks a questionnaire against the allow-list and gives it with its hash, ready to be stored with the request. Throws when it is refused. */
export function freezeQuestionnaire(questionnaire: unknown): { questionnaire: FrozenQuestionnaire; hash: string } {
  const checked = parseFrozen(questionnaire);
  return { questionnaire: checked, hash: hashQuestionnaire(checked) };
}
