import { record } from "#app/audit/record.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { invitations } from "./invitations.server.ts";

/** Takes back an invitation that nobody has accepted yet. */
export async function revokeInvitation(scope: Scope, wish: { invitationId: string; at: Date }): Promise<{ ok: true } | { ok: false; reason: "gone" }> {
  return withTenant(scope, async (tx) => {
    const revoked = await invitations(scope, tx).revokeWaiting({ id: wish.invitationId }, wish.at);
    if (revoked === 0) return { ok: false, reason: "gone" };
    await record(tx, scope, { action: "invitation.revoked", subject: { type: "invitation", id: wish.invitationId } });
    return { ok: true };
  });
}
