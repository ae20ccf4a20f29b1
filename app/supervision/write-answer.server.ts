import type { Tx } from "#app/db/client.server.ts";
import { record } from "#app/audit/record.server.ts";
import { canonicalJson } from "#app/questionnaire/canonical-json.ts";
import { isBlank } from "#app/questionnaire/answers.ts";
import { progressOf } from "#app/questionnaire/progress.ts";
import type { Answer, Answers, FrozenQuestionnaire, Language } from "#app/questionnaire/types.ts";
import { validateAnswer } from "#app/questionnaire/validate-answers.server.ts";
import type { AnswerProblem } from "#app/questionnaire/validate-answers.server.ts";
import { storableText } from "#app/spreadsheet/cell.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { beginResponse, findAnswering, writeVersion } from "./answering.server.ts";
import type { Answering, StoredAnswer } from "./answering.server.ts";
import { openQuestions } from "./open-questions.ts";

/** An answer as it is typed, and the version its writer saw (0: not yet answered). */
export type TypedAnswer = { question: string; value: unknown; comment: string | null; version: number };
export type WriteOutcome =
  | { ok: true; version: number; at: Date; pending: AnswerProblem[] }
  | { ok: false; reason: "locked" }
  | { ok: false; reason: "invalid"; problems: AnswerProblem[] }
  | { ok: false; reason: "conflict"; theirs: StoredAnswer };

/**
 * Writes one answer of a request: open questions only, checked against what was sent, refused where a colleague was first. Saving what is
 * there already changes nothing. `request` is brought up to date, so that several answers can be written one after another.
 */
export async function writeAnswer(tx: Tx, scope: Scope, request: Answering, frozen: FrozenQuestionnaire, typed: TypedAnswer, language: Language): Promise<WriteOutcome> {
  const { question, version } = typed;
  if (!isOpenFor(request, frozen, question)) return { ok: false, reason: "locked" };
  const before = draftOf(request);
  const checked = validateAnswer(frozen, question, { value: storable(typed.value), comment: storable(typed.comment) }, before, language);
  if (!checked.ok) return { ok: false, reason: "invalid", problems: checked.problems };
  const stored = Object.hasOwn(request.answers, question) ? request.answers[question] : undefined;
  if (isSame(stored, checked.answer)) return { ok: true, version: stored?.version ?? 0, at: new Date(stored?.at ?? 0), pending: checked.pending };
  const [was, is] = [progressOf(frozen, before, request.evidence), progressOf(frozen, { ...before, [question]: checked.answer }, request.evidence)];
  await beginAnswering(tx, scope, request, was);
  const content = { value: checked.answer.value, comment: checked.answer.comment ?? "", version };
  const written = await writeVersion(tx, scope, request, question, content, { answered: is.answered - was.answered, total: is.total - was.total });
  if (written) {
    request.answers[question] = { ...content, version: written.version, at: written.at.toISOString(), byName: scope.personName };
    return { ok: true, version: written.version, at: written.at, pending: checked.pending };
  }
  const theirs = (await findAnswering(tx, scope, request.id))?.answers[question];
  return theirs ? { ok: false, reason: "conflict", theirs } : { ok: false, reason: "locked" };
}

/** The same JSON without what the database takes for no text (a browser sends none of it, a program may). */
function storable<Value>(value: Value): Value {
  return value === undefined ? value : (JSON.parse(JSON.stringify(value), (_, one: unknown) => (typeof one === "string" ? storableText(one) : one)) as Value);
}

/** The first thing that is entered into a request begins the response; both parties see that it has begun. */
export async function beginAnswering(tx: Tx, scope: Scope, request: Answering, progress: { answered: number; total: number }): Promise<void> {
  if (request.state !== "sent") return;
  if (await beginResponse(tx, scope, request, progress)) {
    await record(tx, scope, { action: "response.begun", subject: { type: "supervision", id: request.id }, supervisionId: request.id, shared: true });
  }
  request.state = "answering";
}

/** Whether a question (or place for evidence) of a request may be changed now. */
export function isOpenFor({ state, returned }: Pick<Answering, "state" | "returned">, frozen: FrozenQuestionnaire, question: string): boolean {
  if (state === "sent" || state === "answering") return true;
  return state === "returned" && openQuestions(frozen, returned ?? []).has(question);
}

/** The draft answers in the shape of the questionnaire. */
export function draftOf({ answers }: Pick<Answering, "answers">): Answers {
  return Object.fromEntries(Object.entries(answers).map(([name, { value, comment }]) => [name, { value: value ?? null, comment: comment === "" ? null : comment }]));
}

function isSame(stored: StoredAnswer | undefined, answer: Answer): boolean {
  if (!stored) return isBlank(answer.value) && isBlank(answer.comment);
  return canonicalJson(stored.value ?? null) === canonicalJson(answer.value ?? null) && stored.comment === (answer.comment ?? "");
}
