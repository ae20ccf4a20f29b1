import { mayWrite } from "#app/agreement/may.ts";
import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { ownQuestionnaires } from "./own-questionnaires.server.ts";

export type ArchivedQuestionnaire = { ok: true } | { ok: false; reason: "role" | "not-found" | "done-already" };

/** Takes a questionnaire out of the lists and choices, or back into them. What was sent of it stays as it is. */
export async function archiveQuestionnaire(tx: Tx, scope: Scope, id: string, archived: boolean, at: Date): Promise<ArchivedQuestionnaire> {
  if (!mayWrite(scope)) return { ok: false, reason: "role" };
  const register = ownQuestionnaires(tx, scope);
  const found = await register.find(id);
  if (!found) return { ok: false, reason: "not-found" };
  if (!(await register.archive(id, archived ? at : null))) return { ok: false, reason: "done-already" };
  await record(tx, scope, { action: archived ? "questionnaire.archived" : "questionnaire.taken-back", subject: { type: "questionnaire", id }, detail: { title: found.titleDa } });
  return { ok: true };
}
