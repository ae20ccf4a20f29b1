import { z } from "zod";
import { checkSurvey } from "../check-survey.ts";
import { scoringRule } from "../schema.ts";
import type { FrozenQuestionnaire, Survey } from "../types.ts";
import type { Draft } from "./draft.ts";
import { draftToFrozen, freezeAsWritten } from "./freeze-draft.ts";
import { finishImport, refuseImport, unsafeTexts, type Imported, type ImportNote, type ImportProblem } from "./import-result.ts";
import { frozenToDraft } from "./thaw-draft.ts";

const FORMAT = "tilsynsportalen-questionnaire";
/** Larger files are not even parsed. */
export const longestJson = 2_000_000;

/** The questionnaire with its weights, to be read back here or elsewhere in the portal. */
export function toJsonFile(draft: Draft): string {
  const { survey, scoring } = freezeAsWritten(draft);
  return `${JSON.stringify({ format: FORMAT, version: 1, minutes: draft.minutes, survey, scoring }, null, 2)}\n`;
}

/** The survey alone, as stock survey-core reads it: nothing of ours in it, and no text without English. Null where the draft is not yet fit to be shown. */
export function toPlainSurvey(draft: Draft): string | null {
  const frozen = draftToFrozen(draft, 1);
  return frozen.ok ? `${JSON.stringify(frozen.questionnaire.survey, null, 2)}\n` : null;
}

const envelope = z.strictObject({
  format: z.literal(FORMAT).optional(), version: z.number().optional(), minutes: z.int().min(1).max(600).nullable().optional(), survey: z.unknown(), scoring: z.record(z.string().max(100), scoringRule).optional(),
  id: z.string().max(40).optional(), concept: z.number().optional(), parts: z.array(z.number()).max(10).optional(),
});

/** What would come of a file: our own, a frozen questionnaire, or a plain SurveyJS survey. Everything passes the allow-list first. */
export function readJsonFile(text: string): Imported {
  if (text.length > longestJson) return refuseImport([{ place: "", code: "too-large" }]);
  const json = parse(text);
  if (json === undefined) return refuseImport([{ place: "", code: "not-json" }]);
  if (typeof json !== "object" || json === null || Array.isArray(json)) return refuseImport([{ place: "", code: "not-a-survey" }]);
  return Object.hasOwn(json, "survey") ? readEnvelope(json) : readSurvey(json, undefined, null, "");
}

function readEnvelope(json: object): Imported {
  // Not the survey itself: that is for the allow-list, which looks at its depth before anything walks it.
  const { survey, ...rest } = json as Record<string, unknown>;
  const parsed = envelope.omit({ survey: true }).safeParse(rest);
  if (!parsed.success) {
    return refuseImport(parsed.error.issues.map((issue): ImportProblem => ({ place: issue.path.map((part) => `.${String(part)}`).join(""), code: issue.code === "unrecognized_keys" ? "not-allowed" : "scoring", ...(issue.code === "unrecognized_keys" ? { detail: issue.keys.join(", ").slice(0, 100) } : {}) })));
  }
  const names = typeof rest.scoring === "object" && rest.scoring !== null ? Object.keys(rest.scoring) : [];
  const lost = names.filter((name) => !Object.hasOwn(parsed.data.scoring ?? {}, name)); // a name that an object cannot hold as its own
  if (lost.length > 0) return refuseImport(lost.map((name) => ({ place: `.scoring.${name}`, code: "bad-name" })));
  return readSurvey(survey, parsed.data.scoring as FrozenQuestionnaire["scoring"] | undefined, parsed.data.minutes ?? null, ".survey");
}

function readSurvey(json: unknown, scoring: FrozenQuestionnaire["scoring"] | undefined, minutes: number | null, at: string): Imported {
  const checked = checkSurvey(json);
  if (!checked.ok) return refuseImport(checked.problems.map(({ path, code }) => ({ place: `${at}${path}`, code })));
  const { survey } = checked;
  const unsafe = unsafeTexts(survey, at);
  if (unsafe.length > 0) return refuseImport(unsafe);
  const stray = Object.keys(scoring ?? {}).filter((name) => !survey.pages.some((page) => (page.elements ?? []).some((element) => element.name === name)));
  if (stray.length > 0) return refuseImport(stray.map((name) => ({ place: `.scoring.${name}`, code: "unknown-question" })));
  const { draft, notes } = frozenToDraft({ survey, scoring, minutes });
  const refused = notes.filter(({ refused: must }) => must);
  if (refused.length > 0) return refuseImport(refused.map(({ path }) => ({ place: `${at}${path}`, code: "condition-mixed" })));
  const kept: ImportNote[] = [...notes.map(({ path, code }): ImportNote => ({ place: `${at}${path}`, code: code === "rule-not-kept" ? code : "not-kept" })), ...(scoring === undefined ? [{ place: "", code: "no-weights" } as const] : [])];
  return finishImport(draft, kept, (page, question) => `${at}${pathIn(survey, page, question)}`);
}

function pathIn(survey: Survey, page: string | null, question: string | null): string {
  for (const [p, one] of survey.pages.entries()) {
    const e = question === null ? -1 : (one.elements ?? []).findIndex(({ name }) => name === question || name === `${question}_evidence`);
    if (e >= 0) return `.pages[${p}].elements[${e}]`;
    if (question === null && one.name === page) return `.pages[${p}]`;
  }
  return "";
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, "")) as unknown;
  } catch {
    return undefined;
  }
}
