import { isRowId } from "#app/domain/identity/row-id.ts";
import { notFound } from "#app/auth/refusals.ts";
import { LEVELS } from "#app/domain/scoring/level.ts";
import { assessAnswer } from "#app/supervision/assessment/assess-answer.server.ts";
import { returnQuestions, takeBackReturn } from "#app/supervision/assessment/return-questions.server.ts";
import { startAssessment } from "#app/supervision/assessment/start-assessment.server.ts";
import { closeClarification } from "#app/supervision/clarification/close-clarification.server.ts";
import { openClarification } from "#app/supervision/clarification/open-clarification.server.ts";
import { writeMessage } from "#app/supervision/clarification/write-message.server.ts";
import { isDueDate } from "#app/supervision/due-date.ts";
import { addFinding } from "#app/supervision/finding/add-finding.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { translate } from "#app/text/translate.server.ts";
import type { Language } from "#app/text/language.ts";
import { actOnBreach } from "./act-on-breach.server.ts";

/** What came of a form: the text to flash and where to go on the page, or which text says why not. */
export type Done = { ok: true; text: string; at: string } | { ok: false; key: string };
type Asked = { scope: Scope; language: Language; supervisionId: string; form: FormData; today: string };

const MOST_TEXT = 10_000;
const SEVERITIES = ["critical", "major", "minor", "notice"] as const;

/** Does what one form of the assessment page asks for. */
export function act(asked: Asked): Promise<Done> {
  switch (asked.form.get("intent")) {
    case "begin": return begin(asked);
    case "assess": return assess(asked);
    case "ask": return ask(asked);
    case "reply": return reply(asked);
    case "close": return close(asked);
    case "return": return giveBack(asked);
    case "take-back": return takeBack(asked);
    case "add-finding": return note(asked);
    case "match-breach": return actOnBreach("match-breach", asked);
    case "register-breach": return actOnBreach("register-breach", asked);
    case "unmatch-breach": return actOnBreach("unmatch-breach", asked);
    default: throw new Response(null, { status: 400 });
  }
}

const text = (form: FormData, name: string) => String(form.get(name) ?? "").replaceAll("\r\n", "\n").slice(0, MOST_TEXT);
const done = (key: string, at = ""): Done => ({ ok: true, text: key, at });
const refused = (reason: string): Done => (reason === "not-found" ? notFound() : { ok: false, key: `assessment:refused.${reason}` });

async function begin({ scope, language, supervisionId }: Asked): Promise<Done> {
  const reservationText = translate(language, "assessment")("threads.reservation");
  const begun = await withTenant(scope, (tx) => startAssessment(tx, scope, { supervisionId, reservationText }));
  return begun.ok ? done("assessment:begun") : refused(begun.reason);
}

async function assess({ scope, supervisionId, form }: Asked): Promise<Done> {
  const question = text(form, "question");
  const level = LEVELS.find((one) => one === form.get("level"));
  if (!level) return refused("level");
  const input = { supervisionId, question, level, naAccepted: form.get("naAccepted") === "yes", reason: text(form, "reason"), version: Number(form.get("version")) };
  const assessed = await withTenant(scope, (tx) => assessAnswer(tx, scope, input));
  return assessed.ok ? done("assessment:saved", `answer-${question}`) : refused(assessed.reason);
}

async function ask({ scope, supervisionId, form }: Asked): Promise<Done> {
  const asked = await withTenant(scope, (tx) => openClarification(tx, scope, { supervisionId, question: text(form, "question"), body: text(form, "body") }));
  return asked.ok ? done("assessment:threads.sent", `thread-${asked.clarificationId}`) : refused(asked.reason);
}

async function reply({ scope, form }: Asked): Promise<Done> {
  const clarificationId = threadId(form);
  const written = await withTenant(scope, (tx) => writeMessage(tx, scope, { clarificationId, body: text(form, "body") }));
  return written.ok ? done("assessment:threads.sent", `thread-${clarificationId}`) : refused(written.reason);
}

async function close({ scope, form }: Asked): Promise<Done> {
  const clarificationId = threadId(form);
  const closed = await withTenant(scope, (tx) => closeClarification(tx, scope, clarificationId));
  return closed ? done("assessment:threads.didClose", "threads") : refused("closed");
}

function threadId(form: FormData): string {
  const id = text(form, "thread");
  return isRowId(id) ? id : notFound();
}

async function giveBack({ scope, supervisionId, form, today }: Asked): Promise<Done> {
  const dueOn = text(form, "dueOn");
  const questions = [...new Set(form.getAll("questions").map(String))].map((question) => ({ question, reason: text(form, `why-${question}`) }));
  if (questions.length === 0) return refused("no-questions");
  if (!isDueDate(dueOn, today)) return refused("dueOn");
  const returned = await withTenant(scope, (tx) => returnQuestions(tx, scope, { supervisionId, questions, dueOn }));
  return returned.ok ? done("assessment:didReturn") : refused(returned.reason === "needs-reason" ? "returnReason" : returned.reason);
}

async function takeBack({ scope, supervisionId }: Asked): Promise<Done> {
  return (await withTenant(scope, (tx) => takeBackReturn(tx, scope, supervisionId))) ? done("assessment:takenBack") : refused("not-assessing");
}

async function note({ scope, supervisionId, form }: Asked): Promise<Done> {
  const severity = SEVERITIES.find((one) => one === form.get("severity")) ?? "minor";
  const input = { supervisionId, question: text(form, "question"), severity, blocking: form.get("blocking") === "yes", body: text(form, "body") };
  const added = await withTenant(scope, (tx) => addFinding(tx, scope, input));
  if (added.ok) return done("finding:add.done", "findings");
  return added.reason === "not-found" ? notFound() : { ok: false, key: `finding:refused.${added.reason}` };
}
