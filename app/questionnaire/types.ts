import type { Level } from "#app/domain/scoring/level.ts";

export type Language = "da" | "en";
export type Concept = 2 | 3 | 4 | 5 | 6;

/** A text in both languages; Danish is the default. */
export type Localized = { da: string; en: string };

export type QuestionType = "radiogroup" | "checkbox" | "dropdown" | "boolean" | "text" | "comment" | "paneldynamic" | "file";
export type InputType = "text" | "date" | "number" | "email";

export type SurveyValidator = { type: "expression" | "email" | "numeric" | "text"; text?: Localized; expression?: string; minValue?: number; maxValue?: number; minLength?: number; maxLength?: number };

export type SurveyElement = {
  type: QuestionType;
  name: string;
  title?: Localized;
  description?: Localized;
  isRequired?: boolean;
  visibleIf?: string;
  requiredIf?: string;
  validators?: SurveyValidator[];
  showCommentArea?: boolean;
  commentText?: Localized;
  choices?: { value: string; text: Localized }[];
  labelTrue?: Localized;
  labelFalse?: Localized;
  inputType?: InputType;
  min?: string | number;
  max?: string | number;
  maxLength?: number;
  placeholder?: Localized;
  rows?: number;
  templateElements?: SurveyElement[];
  templateTitle?: Localized;
  panelCount?: number;
  minPanelCount?: number;
  maxPanelCount?: number;
  addPanelText?: Localized;
  removePanelText?: Localized;
  storeDataAsText?: false;
  allowMultiple?: boolean;
};

export type SurveyPage = { name: string; title: Localized; description?: Localized; visibleIf?: string; elements: SurveyElement[] };
export type Survey = { locale: Language; title: Localized; description?: Localized; pages: SurveyPage[] };

/** How one question counts: weight 1–3, critical or not, which requirements it tests, and the level each choice stands for. */
export type ScoringRule = {
  weight: 1 | 2 | 3;
  critical: boolean;
  requirements: string[];
  evidence: "none" | "optional" | "required";
  levels: Record<string, Level>;
  source: string;
};

/**
 * Why questions stand in a questionnaire: the concept, a limit or special requirement of the agreement, what a statement shows already …
 * `key` tells one from another of its kind from year to year; `source` is the rule or clause.
 */
export type Ground = {
  kind: "concept" | "limit" | "special" | "subprocessors" | "locations" | "retention" | "procedure" | "breaches" | "statement" | "own";
  key: string;
  questions: string[];
  source: string;
  text?: Localized;
};

/** The published version of the controller's own questionnaire whose questions are asked; `sha256` is of that version as it was published. */
export type OwnSource = { questionnaireId: string; versionId: string; number: number; sha256: string; title: Localized; publishedAt: string };

/** What is sent: a stock SurveyJS document and the scoring of its questions. Never changed once frozen. */
export type FrozenQuestionnaire = {
  id: string;
  version: number;
  concept: Concept;
  /** The concepts it consists of, the primary one first; left out: its own alone (parts.ts). */
  parts?: Concept[];
  minutes: number;
  survey: Survey;
  scoring: Record<string, ScoringRule>;
  /** Why its questions are asked; older ones do not say. */
  grounds?: Ground[];
  /** Where its questions under concept 6 are from, if they are the controller's own. */
  own?: OwnSource;
};

/** One question block that is repeated for each special requirement of the agreement; `[[id]]` and `[[requirement]]` are filled in, and the page is put before the page named. */
export type SpecialTemplate = { page: { name: string; title: Localized; description?: Localized; before?: string }; elements: SurveyElement[]; scoring: ScoringRule };

export type QuestionnaireFile = FrozenQuestionnaire & { specialRequirement: SpecialTemplate };

/** One answer as it is stored: the value in SurveyJS's shape and the comment beside it. */
export type Answer = { value: unknown; comment: string | null };
export type Answers = Readonly<Record<string, Answer>>;

/** Number of evidence files per question; the key may be the question or its `_evidence` slot. */
export type EvidenceCount = Readonly<Record<string, number>>;
