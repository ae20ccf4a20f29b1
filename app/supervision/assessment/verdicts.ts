import { claimedItems, standingDecision } from "./case-facts.ts";
import type { Case } from "./load-case.server.ts";

type Assessment = Case["assessments"][number];
/** Who gave a question its level: a person (`standing`), else the rules by the answer; `replaced` is a person's decision on an answer that was given anew since. */
export type Verdict = { standing: Assessment | null; replaced: Assessment | null };

/** Each scored question of a case with who gave it its level, in the order of the questionnaire. */
export function verdictsOf({ facts, assessments }: Pick<Case, "facts" | "assessments">): Map<string, Verdict> {
  return new Map(claimedItems(facts).map(({ question }) => {
    const made = assessments.find((one) => one.question === question) ?? null;
    return [question, standingDecision(facts, question) ? { standing: made, replaced: null } : { standing: null, replaced: made }];
  }));
}

/** How many of the scored answers a person has assessed as they now stand. */
export function countAssessed(verdicts: ReadonlyMap<string, Verdict>): { byPerson: number; total: number } {
  return { byPerson: [...verdicts.values()].filter(({ standing }) => standing).length, total: verdicts.size };
}
