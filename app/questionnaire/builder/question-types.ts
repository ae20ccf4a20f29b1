/** What an organisation may ask by: its own names for the permitted SurveyJS questions. */
export const QUESTION_TYPES = ["single", "multiple", "drop-down", "yes-no", "text", "long-text", "number", "date", "email", "rows", "file"] as const;
export type DraftType = (typeof QUESTION_TYPES)[number];
/** What may stand as a field in repeated rows. */
export const FIELD_TYPES = ["single", "multiple", "drop-down", "yes-no", "text", "long-text", "number", "date", "email"] as const satisfies readonly DraftType[];
export type FieldType = (typeof FIELD_TYPES)[number];

/** Whether the answers of a type are chosen from a list. */
export const hasChoices = (type: DraftType): boolean => ["single", "multiple", "drop-down", "yes-no"].includes(type);
/** Whether an answer of the type can count in the score: one choice that stands for a level. */
export const canCount = (type: DraftType): boolean => ["single", "drop-down", "yes-no"].includes(type);
/** Whether a comment may stand beside the answer. */
export const mayComment = (type: DraftType): boolean => hasChoices(type);
