import { isRequirementId } from "../catalogues/requirement-id.ts";

/** Whether a question of an own questionnaire may name this as what it tests: an item of a catalogue. Special requirements are an agreement's own. */
export function isRequirement(id: string): boolean {
  return isRequirementId(id) && !id.startsWith("special:");
}
