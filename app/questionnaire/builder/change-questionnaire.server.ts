import { mayWrite } from "#app/agreement/may.ts";
import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { canonicalJson } from "../canonical-json.ts";
import { changeDraft, type Changed, type DraftChange } from "./change-draft.ts";
import type { Draft } from "./draft.ts";
import { isWithinLimits } from "./draft-schema.ts";
import { markOfTarget } from "./marks.server.ts";
import { ownQuestionnaires, type OwnQuestionnaire } from "./own-questionnaires.server.ts";

/** Steps by the same person within this time make one entry in the trail. */
const ONE_SITTING = 15 * 60_000;

export type ChangedQuestionnaire =
  | { ok: true; draft: Draft; selected: { page: string; question: string | null } | null }
  | { ok: false; reason: "role" | "not-found" | "archived" | "too-large" | "busy" }
  | { ok: false; reason: "conflict"; current: OwnQuestionnaire }
  | Extract<Changed, { ok: false }>;

/**
 * Takes steps on the draft as it is now. A text that is written over must still be the one that was seen (`base`, of marks.server.ts): otherwise
 * a colleague was first, and nothing is changed. Steps on different questions never meet.
 */
export async function changeQuestionnaire(tx: Tx, scope: Scope, id: string, changes: readonly DraftChange[], { base, at }: { base: string | null; at: Date }): Promise<ChangedQuestionnaire> {
  if (!mayWrite(scope)) return { ok: false, reason: "role" };
  const register = ownQuestionnaires(tx, scope);
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const before = await register.find(id);
    if (!before) return { ok: false, reason: "not-found" };
    if (before.archivedAt) return { ok: false, reason: "archived" };
    if (base !== null && changes[0] && markOfTarget(before.draft, changes[0]) !== base) return { ok: false, reason: "conflict", current: before };
    const after = changes.reduce<Changed>((so, change) => (so.ok ? changeDraft(so.draft, change) : so), { ok: true, draft: before.draft, selected: null });
    if (!after.ok) return after;
    if (!isWithinLimits(after.draft)) return { ok: false, reason: "too-large" };
    if (canonicalJson(after.draft) === canonicalJson(before.draft)) return after;
    if (!(await register.write(id, before.version, after.draft, scope.personName, at))) continue;
    const sitting = before.updatedByName === scope.personName && before.version > 1 && at.getTime() - before.updatedAt.getTime() < ONE_SITTING;
    if (!sitting) await record(tx, scope, { action: "questionnaire.changed", subject: { type: "questionnaire", id }, detail: { title: after.draft.title.da } });
    return after;
  }
  return { ok: false, reason: "busy" };
}
