import { elementProperties, fieldTypes, limits, pageProperties, surveyProperties, validatorProperties, type Shape } from "./allowed.ts";
import { namesIn, parseExpression } from "./expression.ts";
import type { QuestionType, Survey } from "./types.ts";

export type SurveyProblem = { path: string; code: "too-large" | "not-allowed" | "wrong-shape" | "bad-name" | "duplicate-name" | "unknown-type" | "bad-expression" | "unknown-reference" | "unsafe-text" | "missing" };

const questionName = { test: (name: string) => /^[a-z][a-z0-9_-]{0,99}$/.test(name) && !(name in Object.prototype) };
const choiceValue = { test: (value: string) => /^[a-z0-9][a-z0-9.-]{0,59}$/.test(value) && !(value in Object.prototype) };
const isoDay = /^\d{4}-\d{2}-\d{2}$/;
/** SurveyJS's piping, mark-up, and control characters other than line breaks. */
export const unsafeText = /[{}]|<[a-z!/?]|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/i;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * The allow-list for everything that is frozen: a survey is written on one side and run in the browser of the other.
 * Only known question types, properties, sizes and a small expression language; no mark-up, links, images, remote choices, functions or patterns.
 */
export function checkSurvey(json: unknown): { ok: true; survey: Survey } | { ok: false; problems: SurveyProblem[] } {
  const problems: SurveyProblem[] = [];
  const say = (path: string, code: SurveyProblem["code"]) => {
    if (problems.length < 50) problems.push({ path, code });
  };
  if (!isRecord(json) || !fits(json, limits.depth) || JSON.stringify(json).length > limits.characters) return { ok: false, problems: [{ path: "", code: "too-large" }] };
  const names = new Set<string>();
  const references: { path: string; names: string[] }[] = [];

  const properties = (value: unknown, allowed: Record<string, Shape>, path: string, fieldNames: Set<string> | null): void => {
    if (!isRecord(value)) return say(path, "wrong-shape");
    for (const key of Object.keys(value)) {
      const shape = Object.hasOwn(allowed, key) ? allowed[key] : undefined;
      if (shape) property(value[key], shape, `${path}.${key}`, fieldNames);
      else say(`${path}.${key}`, "not-allowed");
    }
  };

  const list = (value: unknown, path: string, most: number, each: (one: unknown, path: string) => void): void => {
    if (!Array.isArray(value)) return say(path, "wrong-shape");
    if (value.length > most) return say(path, "too-large");
    value.forEach((one, index) => each(one, `${path}[${index}]`));
  };

  const property = (value: unknown, shape: Shape, path: string, fieldNames: Set<string> | null): void => {
    switch (shape) {
      case "text": return text(value, path);
      case "name": return typeof value === "string" && questionName.test(value) ? undefined : say(path, "bad-name");
      case "flag": return typeof value === "boolean" ? undefined : say(path, "wrong-shape");
      case "false": return value === false ? undefined : say(path, "wrong-shape");
      case "count": return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 10_000 ? undefined : say(path, "wrong-shape");
      case "limit": return Number.isFinite(value) || (typeof value === "string" && isoDay.test(value)) ? undefined : say(path, "wrong-shape");
      case "locale": return value === "da" || value === "en" ? undefined : say(path, "wrong-shape");
      case "inputType": return ["text", "date", "number", "email"].includes(value as string) ? undefined : say(path, "wrong-shape");
      case "expression": return expression(value, path, fieldNames);
      case "validators": return list(value, path, limits.validators, (one, at) => validator(one, at, fieldNames));
      case "choices": return choices(value, path);
      case "elements": return list(value, path, limits.questions, (one, at) => element(one, at, names, null));
      case "fields": {
        const own = new Set<string>();
        return list(value, path, limits.fields, (one, at) => element(one, at, own, own));
      }
      case "pages": return list(value, path, limits.pages, (one, at) => page(one, at));
    }
  };

  const text = (value: unknown, path: string): void => {
    const texts = typeof value === "string" ? [value] : isRecord(value) && Object.keys(value).every((key) => key === "da" || key === "en") ? Object.values(value) : null;
    if (!texts || texts.length === 0) return say(path, "wrong-shape");
    for (const one of texts) {
      if (typeof one !== "string") say(path, "wrong-shape");
      else if (one.length > limits.text) say(path, "too-large");
      else if (unsafeText.test(one)) say(path, "unsafe-text");
    }
  };

  const expression = (value: unknown, path: string, fieldNames: Set<string> | null): void => {
    const parsed = typeof value === "string" ? parseExpression(value) : null;
    if (!parsed || fieldNames) say(path, "bad-expression"); // fields of a panel have no conditions of their own
    else references.push({ path, names: namesIn(parsed) });
  };

  const validator = (value: unknown, path: string, fieldNames: Set<string> | null): void => {
    const type = isRecord(value) && typeof value.type === "string" && Object.hasOwn(validatorProperties, value.type) ? value.type : null;
    if (!type) say(path, "unknown-type");
    else properties(value, validatorProperties[type]!, path, fieldNames);
  };

  const choices = (value: unknown, path: string): void => {
    const seen = new Set<unknown>();
    list(value, path, limits.choices, (one, at) => {
      if (!isRecord(one) || Object.keys(one).some((key) => key !== "value" && key !== "text")) return say(at, "not-allowed");
      if (typeof one.value !== "string" || !choiceValue.test(one.value)) say(`${at}.value`, "wrong-shape");
      if (seen.has(one.value)) say(`${at}.value`, "duplicate-name");
      seen.add(one.value);
      text(one.text, `${at}.text`);
    });
    if (seen.size === 0) say(path, "missing");
  };

  const claim = (name: unknown, path: string, taken: Set<string>): void => {
    if (typeof name !== "string") return say(path, "missing");
    if (taken.has(name)) say(path, "duplicate-name");
    taken.add(name);
  };

  const element = (value: unknown, path: string, taken: Set<string>, fieldNames: Set<string> | null): void => {
    const type = isRecord(value) && typeof value.type === "string" && Object.hasOwn(elementProperties, value.type) ? (value.type as QuestionType) : null;
    if (!type || !isRecord(value) || (fieldNames && !fieldTypes.includes(type))) return say(path, "unknown-type");
    properties(value, elementProperties[type], path, fieldNames);
    claim(value.name, `${path}.name`, taken);
    if (["radiogroup", "dropdown", "checkbox"].includes(type) && !value.choices) say(`${path}.choices`, "missing");
    if (type === "file" && (value.storeDataAsText !== false || !String(value.name).endsWith("_evidence"))) say(path, "wrong-shape");
    if (type !== "file" && String(value.name).endsWith("_evidence")) say(`${path}.name`, "bad-name");
    if (type === "paneldynamic" && (!value.templateElements || !((value.maxPanelCount as number) <= 50))) say(path, "wrong-shape");
  };

  const page = (value: unknown, path: string): void => {
    properties(value, pageProperties, path, null);
    claim(isRecord(value) ? value.name : null, `${path}.name`, pageNames);
  };
  const pageNames = new Set<string>();

  properties(json, surveyProperties, "", null);
  if (!json.pages || !json.locale) say("", "missing");
  if (names.size > limits.questions) say(".pages", "too-large");
  for (const { path, names: used } of references) if (used.some((name) => !names.has(name))) say(path, "unknown-reference");
  return problems.length === 0 ? { ok: true, survey: json as Survey } : { ok: false, problems };
}

/** Whether a value is plain JSON no deeper than so; looked at before anything walks or prints it. */
function fits(value: unknown, depth: number): boolean {
  if (typeof value !== "object" || value === null) return ["string", "number", "boolean", "object"].includes(typeof value);
  return depth > 0 && Object.values(value).every((one) => fits(one, depth - 1));
}
