import { record } from "#app/audit/record.server.ts";
import { hashOf, newToken } from "#app/auth/secrets.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import { queueMail } from "#app/mail/queue-mail.server.ts";
import { paths } from "#app/paths.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import type { Language } from "#app/text/language.ts";
import { invitationExpiry } from "./invitation-expiry.ts";
import { invitations } from "./invitations.server.ts";
import { foundersRoles } from "./roles.ts";

export interface ProcessorInvitation {
  /** The controller's own register row; it has no organisation here yet. */
  processorId: string;
  email: string;
  name: string;
  language: Language;
  at: Date;
  /** The request that waits behind the invitation, when there is one. */
  request?: { supervisionId: string; title: string; due?: string | Date };
}

/**
 * Invites somebody at a processor to create its organisation, in the caller's transaction; an earlier invitation for the same register row
 * ends. Refused when the row is not there, or when the processor has its organisation already (then the request simply goes there).
 */
export async function inviteProcessor(tx: Tx, scope: Scope, wish: ProcessorInvitation): Promise<{ ok: true; invitationId: string } | { ok: false; reason: "gone" | "has-organisation" }> {
  const email = wish.email.trim().toLowerCase();
  const register = await tx.processor.findFirst({ where: { id: wish.processorId, controllerId: scope.organisationId }, select: { name: true, organisationId: true } });
  if (!register) return { ok: false, reason: "gone" };
  if (register.organisationId) return { ok: false, reason: "has-organisation" };
  const kept = invitations(scope, tx);
  const replaced = await kept.revokeWaiting({ kind: "processor", processorId: wish.processorId }, wish.at);
  const token = newToken();
  const expiresAt = invitationExpiry(wish.at);
  const roles = foundersRoles({ isController: false, isProcessor: true });
  const id = await kept.add({ kind: "processor", email, name: wish.name, roles, processorId: wish.processorId, tokenHash: hashOf(token), invitedByName: scope.personName, expiresAt });
  await queueMail(tx, scope, {
    kind: "invitation-processor", dedupeKey: `invitation:${id}`, to: { email, name: wish.name }, language: wish.language,
    values: { controller: scope.organisationName, processor: register.name, inviter: scope.personName, expires: expiresAt, title: wish.request?.title, due: wish.request?.due },
    supervisionId: wish.request?.supervisionId, secretLink: paths.invitation(token),
  });
  await record(tx, scope, { action: "invitation.sent", subject: { type: "invitation", id }, supervisionId: wish.request?.supervisionId, detail: { email, processor: wish.processorId, replaced } });
  return { ok: true, invitationId: id };
}
