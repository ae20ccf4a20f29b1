import type { Tx } from "#app/db/client.server.ts";
import type { VersionedAnswer } from "#app/questionnaire/form-props.ts";
import { readForm } from "#app/questionnaire/read-form.ts";
import type { FrozenQuestionnaire, Language } from "#app/questionnaire/types.ts";
import type { AnswerProblem } from "#app/questionnaire/validate-answers.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { findAnswering } from "./answering.server.ts";
import type { StoredAnswer } from "./answering.server.ts";
import { readFrozen } from "./frozen-questionnaires.server.ts";
import { writeAnswer } from "./write-answer.server.ts";

/** What of a form could not be saved: refused values, a colleague's answers in between, questions that are locked. `typed` is what the form held. */
export type PageOutcome = {
  frozen: FrozenQuestionnaire;
  typed: Record<string, VersionedAnswer>;
  problems: AnswerProblem[];
  conflicts: { question: string; theirs: StoredAnswer }[];
  locked: string[];
};

/** Saves a form sent without JavaScript, question by question: what can be saved is saved, whatever happens to the rest. Null when the request is not there. */
export async function savePage(tx: Tx, scope: Scope, supervisionId: string, form: FormData, language: Language): Promise<PageOutcome | null> {
  const request = await findAnswering(tx, scope, supervisionId);
  if (!request) return null;
  const frozen = await readFrozen(tx, supervisionId, request.hash);
  const typed = readForm(frozen, form);
  const outcome: PageOutcome = { frozen, typed, problems: [], conflicts: [], locked: [] };
  for (const [question, { value, comment, version }] of Object.entries(typed)) {
    const written = await writeAnswer(tx, scope, request, frozen, { question, value, comment, version }, language);
    if (written.ok) typed[question] = { value, comment, version: written.version };
    else if (written.reason === "locked") outcome.locked.push(question);
    else if (written.reason === "invalid") outcome.problems.push(...written.problems);
    else outcome.conflicts.push({ question, theirs: written.theirs });
  }
  return outcome;
}
