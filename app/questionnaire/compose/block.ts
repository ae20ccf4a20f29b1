import type { Concept, Ground, Localized, ScoringRule, SurveyElement } from "../types.ts";

/** The pages of every questionnaire in their order; a questionnaire has those on which something is asked. */
export type BlockPage = { name: string; title: Localized; description?: Localized };

/** Questions that belong together, the first of them the one the rest hang on; each in both languages, with `[[names]]` to be filled in. */
export type Block = { page: string; elements: SurveyElement[]; scoring?: Record<string, ScoringRule> };

/**
 * A question of a concept itself. `fromPoints`: asked at so many points and more (left out: always). `objectives`: the control objectives
 * of an auditor's statement that show it. `limits`: kinds of limit that belong here; `limitTitle` is the question where the first of them is agreed.
 */
export type ConceptBlock = Block & { fromPoints?: number; objectives?: string[]; limits?: string[]; limitTitle?: Localized };

/** The questions of one concept: `questionnaires/blocks/kN.v2.json`. */
export type ConceptFile = { id: string; version: number; concept: Concept; title: Localized; description: Localized; questions: ConceptBlock[] };

/** How a special requirement is asked about under one concept; `instead`: asked where a statement does not cover it. */
export type SpecialFile = { lead: Localized; elements: SurveyElement[]; scoring: ScoringRule; instead?: { elements: SurveyElement[]; scoring: ScoringRule } };

/** Questions about what one agreement says: `questionnaires/blocks/agreement.v2.json`. */
export type AgreementFile = {
  approved: Block;
  assumed: Block;
  others: Block & { titleWhenNone: Localized; titleWithAssumed: Localized; descriptionWhenNone: Localized };
  locations: Block;
  retention: Block;
  limits: ConceptBlock;
  copies: ConceptBlock;
  procedures: Record<string, Block>;
  breaches: Block & { incidentTitle: Localized; incidentNote: Localized };
};

/** The words of limits: `questionnaires/blocks/limits.v2.json`. `number` and `word` say a limit with a number, and one in words. */
export type LimitsFile = {
  units: Record<string, { plain: Localized; one: Localized; other: Localized; everyOne: Localized; every: Localized }>;
  words: Record<string, Localized>;
  kinds: Record<string, { label: Localized; number?: Localized; word?: Localized }>;
};

/** A block that is asked in this questionnaire, and why. */
export type Placed = Block & { grounds: Ground[] };
