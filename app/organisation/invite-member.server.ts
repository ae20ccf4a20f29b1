import { record } from "#app/audit/record.server.ts";
import { hashOf, newToken } from "#app/auth/secrets.server.ts";
import { queueMail } from "#app/mail/queue-mail.server.ts";
import { paths } from "#app/paths.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import type { Language } from "#app/text/language.ts";
import { invitationExpiry } from "./invitation-expiry.ts";
import { invitations } from "./invitations.server.ts";
import { members } from "./members.server.ts";
import { ownOrganisation } from "./organisations.server.ts";
import { grantableRoles } from "./roles.ts";

export interface MemberInvitation {
  email: string;
  name: string;
  roles: readonly string[];
  language: Language;
  at: Date;
}

/** Invites a colleague by mail, bound to address, organisation and roles; an earlier invitation to the same address ends. */
export async function inviteMember(scope: Scope, wish: MemberInvitation): Promise<{ ok: true; invitationId: string } | { ok: false; reason: "already-member" | "no-role" }> {
  const email = wish.email.trim().toLowerCase();
  return withTenant(scope, async (tx) => {
    const organisation = await ownOrganisation(scope, tx).get();
    const roles = grantableRoles(wish.roles, organisation);
    if (!roles) return { ok: false, reason: "no-role" };
    if (await members(scope, tx).isMember(email)) return { ok: false, reason: "already-member" };
    const kept = invitations(scope, tx);
    const replaced = await kept.revokeWaiting({ kind: "member", email }, wish.at);
    const token = newToken();
    const expiresAt = invitationExpiry(wish.at);
    const id = await kept.add({ kind: "member", email, name: wish.name, roles, processorId: null, tokenHash: hashOf(token), invitedByName: scope.personName, expiresAt });
    await queueMail(tx, scope, {
      kind: "invitation-member", dedupeKey: `invitation:${id}`, to: { email, name: wish.name }, language: wish.language,
      values: { organisation: organisation.name, inviter: scope.personName, roles, expires: expiresAt }, secretLink: paths.invitation(token),
    });
    await record(tx, scope, { action: "invitation.sent", subject: { type: "invitation", id }, detail: { email, roles, replaced } });
    return { ok: true, invitationId: id };
  });
}
