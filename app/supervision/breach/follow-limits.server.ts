import { jobScope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { syncLateNotices } from "./sync-late-notices.server.ts";

/** Holds the breaches under an agreement against its limits as they are now, in the controller's own context. */
export async function followLimits({ organisationId, agreementId }: { organisationId: string; agreementId: string }, now: Date): Promise<void> {
  const scope = jobScope(organisationId, "controller");
  await withTenant(scope, (tx) => syncLateNotices(tx, scope, agreementId, now));
}
