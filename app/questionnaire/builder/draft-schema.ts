import { z } from "zod";
import { LEVELS } from "#app/domain/scoring/level.ts";
import { limits } from "../allowed.ts";
import { mostRules, OPERATORS } from "./condition.ts";
import { questionsOf, type Draft } from "./draft.ts";
import { FIELD_TYPES, QUESTION_TYPES } from "./question-types.ts";

/** A name becomes SurveyJS's: `_evidence` is for places for files, `special_` for the agreement's own requirements. */
export const namePattern = /^(?!special_)[a-z][a-z0-9_-]{0,59}$/;
/** Whether a question, page or field may have this name. */
export const isName = (name: string): boolean => namePattern.test(name) && !name.endsWith("_evidence") && !(name in Object.prototype);

/** Whether SurveyJS means something else by the name in a condition: the browser would show other questions than the server asks. */
export const isTakenBySurvey = (name: string): boolean => ["pageno", "pagecount", "locale", "self"].includes(name) || name.endsWith("-comment");

const name = z.string().refine(isName);
const plain = z.string().max(limits.text).refine((text) => !text.includes("\u0000") && !/\p{Surrogate}/u.test(text));
const text = z.strictObject({ da: plain, en: plain });
const value = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,59}$/).refine((one) => !(one in Object.prototype));
const limit = z.union([z.number(), z.string().regex(/^\d{4}-\d{2}-\d{2}$/)]).nullable();
const typed = { min: limit, max: limit, maxLength: z.int().min(1).max(10_000).nullable(), lines: z.int().min(1).max(40).nullable() };

const rules = z.array(z.strictObject({
  question: z.string().max(100), operator: z.enum(OPERATORS), value: z.union([z.string().max(80), z.number(), z.boolean(), z.array(z.string().max(80)).max(30), z.null()]),
})).min(1).max(mostRules);
const groups = z.strictObject({ any: z.array(rules).min(1).max(mostRules).refine((all) => all.flat().length <= mostRules) });
/** As conditions were stored when their rules could only be joined all in one way. */
const joined = z.strictObject({ join: z.enum(["and", "or"]), rules }).transform((given) => ({ any: given.join === "and" ? [given.rules] : given.rules.map((rule) => [rule]) }));
const condition = z.union([groups, joined]).nullable();

const field = z.strictObject({
  name, type: z.enum(FIELD_TYPES), title: text, description: text, required: z.boolean(), ...typed, choices: z.array(z.strictObject({ value, text })).max(limits.choices),
});
const repeated = z.strictObject({ fields: z.array(field).max(limits.fields), min: z.int().min(0).max(50), max: z.int().min(1).max(50), title: text, add: text, remove: text });

/** One question as it is typed; what it lacks is for `checkDraft` to say. */
export const questionShape = z.strictObject({
  name, type: z.enum(QUESTION_TYPES), title: text, description: text, required: z.boolean(), ...typed,
  choices: z.array(z.strictObject({ value, text, level: z.enum(LEVELS as [string, ...string[]]).nullable(), reason: z.boolean() })).max(limits.choices),
  weight: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]), critical: z.boolean(),
  requirements: z.array(z.string().min(1).max(100)).max(20), source: z.string().max(200).refine((text) => !text.includes("\u0000") && !/\p{Surrogate}/u.test(text)),
  evidence: z.enum(["none", "optional", "required"]), evidenceText: text,
  comment: z.boolean(), commentText: text, reasonText: text, condition, rows: repeated.nullable(),
});

/** A page's own texts and condition. */
export const pageShape = z.strictObject({ name, title: text, description: text, condition });

/** A draft as it is stored and imported: right in shape and size, not yet right in content. */
export const draftShape = z.strictObject({
  title: text, description: text, minutes: z.int().min(1).max(600).nullable(),
  pages: z.array(pageShape.extend({ questions: z.array(questionShape).max(limits.questions) })).min(1).max(limits.pages),
});

/** Whether a draft, right in shape, is also within the limits that hold for all of it. */
export function isWithinLimits(draft: Draft): boolean {
  const names = questionsOf(draft).map((one) => one.name);
  const pages = draft.pages.map((one) => one.name);
  return names.length <= limits.questions && new Set(names).size === names.length && new Set(pages).size === pages.length && JSON.stringify(draft).length <= limits.characters;
}

/** A stored or imported draft; null when it is not one. */
export function parseDraft(json: unknown): Draft | null {
  const parsed = draftShape.safeParse(json);
  return parsed.success && isWithinLimits(parsed.data as Draft) ? (parsed.data as Draft) : null;
}

