import { record } from "#app/audit/record.server.ts";
import { passwordFlaw } from "#app/auth/password-policy.ts";
import type { PasswordFlaw } from "#app/auth/password-policy.ts";
import { hashPassword } from "#app/auth/passwords.server.ts";
import { hashOf } from "#app/auth/secrets.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import { queueMail } from "#app/mail/queue-mail.server.ts";
import { jobScope } from "#app/tenancy/scope.ts";
import { throughDoor } from "#app/tenancy/through-door.server.ts";
import type { Enter } from "#app/tenancy/through-door.server.ts";
import type { Language } from "#app/text/language.ts";
import { listOwnOrganisations } from "./organisations.server.ts";

/** Whether a reset link can still be used; looking uses nothing up, since mail scanners follow links too. */
export async function isResetOpen(token: string): Promise<boolean> {
  const hash = hashOf(token);
  return throughDoor(async (tx) => {
    const [row] = await tx.$queryRaw<{ open: boolean }[]>`select app.peek_reset(${hash}) as open`;
    return row?.open === true;
  });
}

/** Sets a new password by a reset link, once; every session of the person ends and the person is told by mail. */
export async function resetPassword(wish: { token: string; password: string; language: Language; at: Date }): Promise<{ ok: true } | { ok: false; reason: "gone" | PasswordFlaw }> {
  const flaw = passwordFlaw(wish.password, { email: "", names: [] });
  if (flaw) return { ok: false, reason: flaw };
  // The expensive hash only for a link that holds; the door checks again and uses it up.
  if (!(await isResetOpen(wish.token))) return { ok: false, reason: "gone" };
  const passwordHash = await hashPassword(wish.password);
  return throughDoor(async (tx, enter) => {
    const [row] = await tx.$queryRaw<{ person_id: string | null }[]>`select app.use_reset(${hashOf(wish.token)}, ${passwordHash}) as person_id`;
    if (!row?.person_id) return { ok: false, reason: "gone" };
    await tell(tx, enter, row.person_id, wish);
    return { ok: true };
  });
}

async function tell(tx: Tx, enter: Enter, personId: string, { language, at }: { language: Language; at: Date }): Promise<void> {
  await enter("", personId);
  const [first] = await listOwnOrganisations(tx);
  if (!first) return;
  await enter(first.id, personId);
  const person = await tx.membership.findFirstOrThrow({ where: { organisationId: first.id, personId }, select: { name: true, email: true } });
  const scope = { ...jobScope(first.id, "controller"), personName: person.name };
  await queueMail(tx, scope, { kind: "password-changed", dedupeKey: `password-changed:${personId}:${at.toISOString()}`, to: person, language, values: { at } });
  await record(tx, scope, { action: "password.reset", subject: { type: "person", id: personId } });
}
