import { refuseText } from "./check-text.ts";
import { checkDraft } from "./check-draft.ts";
import { placeOf, type Draft } from "./draft.ts";
import { draftShape, isWithinLimits } from "./draft-schema.ts";

export const IMPORT_PROBLEMS = [
  "not-json", "not-a-survey", "too-large", "not-allowed", "wrong-shape", "bad-name", "reserved-name", "duplicate-name", "unknown-type", "bad-expression", "unknown-reference", "unsafe-text", "unsafe-link", "missing", "condition-mixed", "bad-condition",
  "circular", "depends-on-itself", "dead", "wrong-operator", "wrong-value", "unknown-requirement", "scoring", "unknown-question", "unknown-page", "unknown-word", "not-a-number", "no-sheet", "no-column", "not-a-table", "not-imported",
] as const;
/** Why a file, or one place in it, is refused; `place` is a path (".pages[0].title") or a cell ("Spørgsmål!B4"). */
export type ImportProblem = { place: string; code: (typeof IMPORT_PROBLEMS)[number]; detail?: string };
/** What of a file is not carried over, without harm. */
export type ImportNote = { place: string; code: "not-kept" | "rule-not-kept" | "no-weights" | "column-unknown" };
/** What would come of a file: a draft, or what stands in its way. Nothing is stored. */
export type Imported = { ok: true; draft: Draft; notes: ImportNote[] } | { ok: false; problems: ImportProblem[] };

const MOST = 50;

/** Refused, with the first mistakes. */
export const refuseImport = (problems: ImportProblem[]): Imported => ({ ok: false, problems: problems.slice(0, MOST) });

/** Mistakes that its author puts right in the builder; all others refuse the file. */
const UNFINISHED = new Set<string>([
  "no-title", "no-page-title", "no-question-title", "empty-page", "no-choices", "no-choice-text", "no-level", "no-fields", "no-field-title", "min-over-max", "too-few-rows", "evidence-never", "evidence-condition", "reason-too-long", "wrong-limit",
]);

/** The last look at a draft that was read from a file: shape, sizes, texts, conditions. `placeOfQuestion` says where in the file it stands. */
export function finishImport(json: unknown, notes: ImportNote[], placeOfQuestion: (page: string | null, question: string | null, draft: Draft) => string): Imported {
  const parsed = draftShape.safeParse(json);
  if (!parsed.success) {
    return refuseImport(parsed.error.issues.map(({ path }) => ({ place: pathOf(path), code: path.at(-1) === "name" || path.at(-1) === "value" ? "bad-name" : "wrong-shape" })));
  }
  const draft = parsed.data as Draft;
  const names = draft.pages.flatMap(({ questions }) => questions.map(({ name }) => name));
  const twice = names.filter((name, at) => names.indexOf(name) < at);
  if (twice.length > 0) return refuseImport(twice.map((name) => ({ place: placeOfQuestion(null, name, draft), code: "duplicate-name", detail: name })));
  const pages = draft.pages.map(({ name }) => name);
  if (new Set(pages).size < pages.length) return refuseImport([{ place: placeOfQuestion(pages.find((name, at) => pages.indexOf(name) < at) ?? null, null, draft), code: "duplicate-name" }]);
  if (!isWithinLimits(draft)) return refuseImport([{ place: "", code: "too-large" }]);
  const wrong = checkDraft(draft).filter(({ severity, code }) => severity === "error" && !UNFINISHED.has(code));
  if (wrong.length === 0) return { ok: true, draft, notes };
  return refuseImport(wrong.map(({ code, page, question, names: named, detail }): ImportProblem => {
    const known = IMPORT_PROBLEMS.find((one) => one === code) ?? "wrong-shape";
    const said = named?.map((name) => placeOf(draft, name)?.question.title.da || name).join(" → ") ?? detail;
    return { place: placeOfQuestion(page, question, draft), code: known, ...(said === undefined ? {} : { detail: said }) };
  }));
}

/** [".pages", 0, "questions", 2] as it is called in the survey's JSON. */
function pathOf(path: readonly PropertyKey[]): string {
  return path.map((part) => (typeof part === "number" ? `[${part}]` : `.${part === "questions" ? "elements" : String(part)}`)).join("");
}

const EXPRESSIONS = ["visibleIf", "requiredIf", "expression", "name", "value", "type"];

/** Texts anywhere in a survey that may not be shown, with their paths. The depth was looked at before. */
export function unsafeTexts(json: unknown, path = ""): ImportProblem[] {
  if (typeof json === "string") {
    const code = refuseText(json);
    return code === null ? [] : [{ place: path, code }];
  }
  if (Array.isArray(json)) return json.flatMap((one, at) => unsafeTexts(one, `${path}[${at}]`));
  if (typeof json !== "object" || json === null) return [];
  return Object.entries(json).flatMap(([key, one]) => (EXPRESSIONS.includes(key) ? [] : unsafeTexts(one, `${path}.${key}`)));
}

/** A draft that was shown before it is stored, come back in a form: looked at as if it came from a file. */
export function readDraftText(text: string): Imported {
  if (text.length > 700_000) return refuseImport([{ place: "", code: "too-large" }]);
  try {
    return finishImport(JSON.parse(text), [], (page, question) => question ?? page ?? "");
  } catch {
    return refuseImport([{ place: "", code: "not-json" }]);
  }
}
