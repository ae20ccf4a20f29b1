import { withSession } from "#app/auth/session.server.ts";
import { isRefused } from "#app/db/refused.server.ts";
import type { Language } from "#app/questionnaire/types.ts";
import { findAnswering } from "./answering.server.ts";
import { readFrozen } from "./frozen-questionnaires.server.ts";
import { ANSWERERS } from "./may.ts";
import { writeAnswer } from "./write-answer.server.ts";
import type { TypedAnswer, WriteOutcome } from "./write-answer.server.ts";

/**
 * The autosave of one answer: one transaction of five statements in which the session guards and sets the context, the request is read, and
 * answer, progress and audit entry are written together. "not-found" where the request is not this organisation's.
 */
export async function saveAnswer(request: Request, supervisionId: string, typed: TypedAnswer, language: Language): Promise<WriteOutcome | { ok: false; reason: "not-found" }> {
  try {
    return await withSession(request, { side: "processor", roles: ANSWERERS }, async (tx, scope) => {
      const found = await findAnswering(tx, scope, supervisionId);
      if (!found) return { ok: false, reason: "not-found" };
      return writeAnswer(tx, scope, found, await readFrozen(tx, supervisionId, found.hash), typed, language);
    });
  } catch (error) {
    if (isRefused(error, "TP003")) return { ok: false, reason: "locked" };
    throw error;
  }
}
