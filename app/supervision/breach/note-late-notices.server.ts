import { db } from "#app/db/client.server.ts";
import { jobScope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { syncLateNotices } from "./sync-late-notices.server.ts";

type Awaited = { organisation_id: string; agreement_id: string };

/** Raises, once for each, that a notice has not come although the agreement's limit has passed at `now`. Returns how many agreements were looked at. */
export async function noteLateNotices(now: Date): Promise<number> {
  const awaited = await db().$queryRaw<Awaited[]>`select organisation_id, agreement_id from app.notices_awaited()`;
  const failures: unknown[] = [];
  for (const { organisation_id, agreement_id } of awaited) {
    const scope = jobScope(organisation_id, "controller");
    try {
      await withTenant(scope, (tx) => syncLateNotices(tx, scope, agreement_id, now));
    } catch (error) {
      failures.push(error);
    }
  }
  // One that fails does not keep the others from theirs.
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of ${awaited.length} agreements failed`);
  return awaited.length;
}
