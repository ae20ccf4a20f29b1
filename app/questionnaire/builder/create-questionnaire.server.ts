import { mayWrite } from "#app/agreement/may.ts";
import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import type { Draft } from "./draft.ts";
import { parseDraft } from "./draft-schema.ts";
import { ownQuestionnaires } from "./own-questionnaires.server.ts";

export type CreatedQuestionnaire = { ok: true; id: string } | { ok: false; reason: "role" | "not-a-draft" };

/** Stores a new questionnaire: blank, a copy, or one that was imported. */
export async function createQuestionnaire(tx: Tx, scope: Scope, draft: Draft, at: Date): Promise<CreatedQuestionnaire> {
  if (!mayWrite(scope)) return { ok: false, reason: "role" };
  const parsed = parseDraft(draft);
  if (!parsed) return { ok: false, reason: "not-a-draft" };
  const { id } = await ownQuestionnaires(tx, scope).add(parsed, scope.personName, at);
  await record(tx, scope, { action: "questionnaire.created", subject: { type: "questionnaire", id }, detail: { title: parsed.title.da } });
  return { ok: true, id };
}
