import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { feeds } from "./feeds.server.ts";

/** Revokes one's own calendar link; without one nothing happens. */
export async function revokeLink(tx: Tx, scope: Scope, at: Date): Promise<void> {
  if ((await feeds(tx, scope).revoke(at)) === 0) return;
  await record(tx, scope, { action: "calendar.link-revoked", subject: { type: "person", id: scope.personId } });
}
