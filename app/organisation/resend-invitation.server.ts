import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import type { Language } from "#app/text/language.ts";
import { inviteMember } from "./invite-member.server.ts";
import { invitations } from "./invitations.server.ts";

/** Sends a waiting invitation to a colleague anew, with a new link and a new fortnight; the old link ends. */
export async function resendInvitation(scope: Scope, wish: { invitationId: string; language: Language; at: Date }): Promise<{ ok: true; email: string } | { ok: false; reason: "gone" | "already-member" | "no-role" }> {
  const found = await withTenant(scope, (tx) => invitations(scope, tx).findWaiting(wish.invitationId), { readOnly: true });
  if (found?.kind !== "member") return { ok: false, reason: "gone" };
  const sent = await inviteMember(scope, { email: found.email, name: found.name, roles: found.roles, language: wish.language, at: wish.at });
  return sent.ok ? { ok: true, email: found.email } : sent;
}
