import { noteChange } from "#app/agreement/plan/note-change.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { AnyScope } from "#app/tenancy/scope.ts";
import { syncLateNotices } from "./sync-late-notices.server.ts";

/** What a breach means to the agreement it falls under: a late notice is a finding, and the score is looked at again. */
export async function followBreach(tx: Tx, scope: AnyScope, { agreementId, recordId, title, now }: { agreementId: string; recordId: string; title: string; now: Date }): Promise<void> {
  await syncLateNotices(tx, scope, agreementId, now);
  await noteChange(tx, scope, { agreementId, cause: { kind: "breach", from: "", to: title, at: now.toISOString(), ref: recordId } });
}
