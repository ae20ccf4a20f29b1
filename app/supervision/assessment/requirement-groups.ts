import type { QuestionGroup } from "#app/domain/scoring/score-groups.ts";
import type { FrozenQuestionnaire } from "#app/questionnaire/types.ts";

/** The demands of the guide that questions test (004:271-278 and the instruction and transfers beside them), in its order. */
export const DEMANDS = ["X-A", "G1", "G2", "G3", "G4", "G5", "G6", "G7", "G8", "X-G"] as const;
/** Where a question stands that tests several of them at once, a special requirement, what the concept itself asks for (K5-2), or none. */
export const BESIDE = ["several", "special", "concept", "other"] as const;
export type RequirementGroup = (typeof DEMANDS)[number] | (typeof BESIDE)[number];

/**
 * The scored questions by the demand they test, each in one group, so that the groups add up to the total: a question on several demands is
 * not parted among them but stands with others of its kind.
 */
export function requirementGroups({ scoring }: Pick<FrozenQuestionnaire, "scoring">): (QuestionGroup & { id: RequirementGroup })[] {
  const home = (requirements: readonly string[]): RequirementGroup => {
    const demands = DEMANDS.filter((one) => requirements.includes(one));
    if (demands.length > 1) return "several";
    if (requirements.some((one) => one.startsWith("special:"))) return "special";
    return demands[0] ?? (requirements.some((one) => /^K[2-6]-/.test(one)) ? "concept" : "other");
  };
  const questions = Object.entries(scoring).map(([question, { requirements }]) => ({ question, at: home(requirements) }));
  return [...DEMANDS, ...BESIDE].map((id) => ({ id, questions: questions.filter(({ at }) => at === id).map(({ question }) => question) })).filter((group) => group.questions.length > 0);
}
