import type { DraftChange } from "#app/questionnaire/builder/change-draft.ts";
import { pageShape, questionShape } from "#app/questionnaire/builder/draft-schema.ts";
import { parseDraft } from "#app/questionnaire/builder/draft-schema.ts";
import { newPage, placeOf, type Draft, type DraftPage, type DraftQuestion } from "#app/questionnaire/builder/draft.ts";
import { changeRows, firstRule, readCondition, readQuestion, readText, withoutRule, withRule } from "#app/questionnaire/builder/question-form.ts";
import { QUESTION_TYPES } from "#app/questionnaire/builder/question-types.ts";

/** What a form of the builder asks for: the steps to take, and the mark of what it writes over (null where it writes over nothing). */
export type Steps = { ok: true; steps: DraftChange[]; base: string | null; typed: Typed | null } | { ok: false; reason: "gone" | "too-long" | "unknown" };
/** What was typed, to be shown again when a colleague was first. */
export type Typed = { question: DraftQuestion } | { page: Omit<DraftPage, "questions"> } | { settings: Pick<Draft, "title" | "description" | "minutes"> };

const said = (form: FormData, name: string) => String(form.get(name) ?? "");
const refused = (reason: "gone" | "too-long" | "unknown"): Steps => ({ ok: false, reason });

/** Reads a form of the builder against the draft as it is now. */
export function readSteps(form: FormData, draft: Draft): Steps {
  const intent = said(form, "intent");
  const part = said(form, "part");
  if (part === "question") return ofQuestion(form, draft, intent);
  if (part === "page") return ofPage(form, draft, intent);
  if (part === "settings") return ofSettings(form);
  const step = ofOutline(form, intent);
  return step ? { ok: true, steps: [step], base: null, typed: null } : refused("unknown");
}

function ofQuestion(form: FormData, draft: Draft, intent: string): Steps {
  const name = said(form, "name");
  const place = placeOf(draft, name);
  if (!place) return refused("gone");
  if (intent === "delete") return { ok: true, steps: [{ kind: "delete", question: name, anyway: form.has("anyway") }], base: null, typed: null };
  if (intent === "autosave") form.delete("requirementNew"); // not before it is written out
  const read = readQuestion(form, place.question, draft);
  const parsed = questionShape.safeParse(changeRows(read, intent, form) ?? read);
  if (!parsed.success) return refused("too-long");
  const question = parsed.data as DraftQuestion;
  const then: Partial<Record<string, DraftChange>> = {
    "move-up": { kind: "move-by", question: name, by: -1 }, "move-down": { kind: "move-by", question: name, by: 1 }, duplicate: { kind: "duplicate", question: name },
    "add-below": { kind: "add-question", page: place.page.name, after: name, type: "single" },
  };
  const next = then[intent];
  return { ok: true, steps: [{ kind: "question", question }, ...(next ? [next] : [])], base: said(form, "base"), typed: { question } };
}

function ofPage(form: FormData, draft: Draft, intent: string): Steps {
  const name = said(form, "name");
  const before = draft.pages.find((page) => page.name === name);
  if (!before) return refused("gone");
  if (intent === "delete-page") return { ok: true, steps: [{ kind: "delete-page", page: name, anyway: form.has("anyway") }], base: null, typed: null };
  const read = readCondition(form, draft);
  const [verb = "", at = ""] = intent.split(":");
  const condition = verb === "add-rule" ? withRule(read, Number(at), firstRule(form)) : verb === "remove-rule" ? withoutRule(read, Number(at)) : read;
  const parsed = pageShape.safeParse({ name, title: readText(form, "title"), description: readText(form, "description"), condition });
  if (!parsed.success) return refused("too-long");
  const page = parsed.data as Omit<DraftPage, "questions">;
  const by = intent === "move-up" ? -1 : intent === "move-down" ? 1 : null;
  return { ok: true, steps: [{ kind: "page", ...page }, ...(by === null ? [] : [{ kind: "move-page", page: name, by } as const])], base: said(form, "base"), typed: { page } };
}

function ofSettings(form: FormData): Steps {
  const minutes = said(form, "minutes").trim();
  const settings = { title: readText(form, "title"), description: readText(form, "description"), minutes: /^\d{1,3}$/.test(minutes) && Number(minutes) >= 1 && Number(minutes) <= 600 ? Number(minutes) : null };
  if ([settings.title, settings.description].some(({ da, en }) => da.length > 4_000 || en.length > 4_000)) return refused("too-long");
  return { ok: true, steps: [{ kind: "settings", ...settings }], base: said(form, "base"), typed: { settings } };
}

/** Steps asked for in the outline, and those that take a deletion back. */
function ofOutline(form: FormData, intent: string): DraftChange | null {
  const type = QUESTION_TYPES.find((one) => one === said(form, "type")) ?? "single";
  switch (intent) {
    case "add-question": return { kind: "add-question", page: said(form, "page"), after: null, type };
    case "add-page": return { kind: "add-page", after: null };
    case "move": return { kind: "move", question: said(form, "question"), page: said(form, "page"), before: said(form, "before") || null };
    case "move-by": return { kind: "move-by", question: said(form, "question"), by: said(form, "by") === "-1" ? -1 : 1 };
    case "undo": return readUndo(said(form, "undo"));
    default: return null;
  }
}

/** A deleted question or page on its way back: as foreign as anything in a form. */
function readUndo(text: string): DraftChange | null {
  if (text.length > 600_000) return null;
  const undo = json(text);
  if (typeof undo !== "object" || undo === null) return null;
  const { page, at, question, whole } = undo as Record<string, unknown>;
  if (!Number.isInteger(at) || (at as number) < 0) return null;
  if (whole !== undefined) {
    const parsed = parseDraft({ title: { da: "", en: "" }, description: { da: "", en: "" }, minutes: null, pages: [whole] });
    return parsed?.pages[0] ? { kind: "restore-page", at: at as number, page: parsed.pages[0] } : null;
  }
  const parsed = questionShape.safeParse(question);
  return parsed.success && typeof page === "string" ? { kind: "restore", page, at: at as number, question: parsed.data as DraftQuestion } : null;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What a deletion can be taken back with: the question or page as it was, and where; null for any other step. */
export function undoOf(draft: Draft, step: DraftChange | undefined): string | null {
  if (step?.kind === "delete") {
    const place = placeOf(draft, step.question);
    return place && JSON.stringify({ page: place.page.name, at: place.at, question: place.question });
  }
  if (step?.kind !== "delete-page") return null;
  const at = draft.pages.findIndex(({ name }) => name === step.page);
  return at < 0 ? null : JSON.stringify({ at, whole: draft.pages[at] ?? newPage(step.page) });
}
