import { mayWrite } from "#app/agreement/may.ts";
import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { ownQuestionnaires } from "./own-questionnaires.server.ts";
import { findPublishedQuestionnaire } from "./published-questionnaires.server.ts";

export type RestoredVersion = { ok: true } | { ok: false; reason: "role" | "not-found" | "archived" | "conflict" };

/** Makes an old version the draft again, unless somebody has written on the draft since it was seen. */
export async function restoreVersion(tx: Tx, scope: Scope, id: string, { number, version, at }: { number: number; version: number; at: Date }): Promise<RestoredVersion> {
  if (!mayWrite(scope)) return { ok: false, reason: "role" };
  const register = ownQuestionnaires(tx, scope);
  const found = await register.find(id);
  const versionId = await register.versionId(id, number);
  const old = versionId && (await findPublishedQuestionnaire(tx, versionId));
  if (!found || !old) return { ok: false, reason: "not-found" };
  if (found.archivedAt) return { ok: false, reason: "archived" };
  if (!(await register.write(id, version, old.draft, scope.personName, at))) return { ok: false, reason: "conflict" };
  await record(tx, scope, { action: "questionnaire.changed", subject: { type: "questionnaire", id }, detail: { title: old.draft.title.da, number } });
  return { ok: true };
}
