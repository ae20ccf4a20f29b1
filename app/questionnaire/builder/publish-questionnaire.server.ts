import { mayWrite } from "#app/agreement/may.ts";
import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { canonicalJson } from "../canonical-json.ts";
import { hashQuestionnaire } from "../freeze.server.ts";
import type { DraftProblem } from "./draft-problem.ts";
import { draftToFrozen } from "./freeze-draft.ts";
import { ownQuestionnaires } from "./own-questionnaires.server.ts";
import { findPublishedQuestionnaire } from "./published-questionnaires.server.ts";

export type PublishedQuestionnaire =
  | { ok: true; versionId: string; number: number }
  | { ok: false; reason: "role" | "not-found" | "archived" | "unchanged" | "conflict" }
  | { ok: false; reason: "problems"; problems: DraftProblem[] };

/** Publishes the draft of the expected version as the next version, through the allow-list. From then on it is never changed. */
export async function publishQuestionnaire(tx: Tx, scope: Scope, id: string, { version, note, at }: { version: number; note: string; at: Date }): Promise<PublishedQuestionnaire> {
  if (!mayWrite(scope)) return { ok: false, reason: "role" };
  const register = ownQuestionnaires(tx, scope);
  const found = await register.find(id);
  if (!found) return { ok: false, reason: "not-found" };
  if (found.archivedAt) return { ok: false, reason: "archived" };
  if (found.version !== version) return { ok: false, reason: "conflict" };
  const [newest] = await register.versions(id);
  const before = newest && (await findPublishedQuestionnaire(tx, newest.id));
  if (before && canonicalJson(before.draft) === canonicalJson(found.draft)) return { ok: false, reason: "unchanged" };
  const number = (newest?.number ?? 0) + 1;
  const frozen = draftToFrozen(found.draft, number);
  if (!frozen.ok) return { ok: false, reason: "problems", problems: frozen.problems };
  const added = await register.publish(id, { number, questionnaire: frozen.questionnaire, draft: found.draft, hash: hashQuestionnaire(frozen.questionnaire), note: note.trim() }, scope, at);
  if (!added) return { ok: false, reason: "conflict" };
  await record(tx, scope, { action: "questionnaire.published", subject: { type: "questionnaire", id }, detail: { title: found.draft.title.da, number } });
  return { ok: true, versionId: added.id, number };
}
