import { record } from "#app/audit/record.server.ts";
import { passwordFlaw } from "#app/auth/password-policy.ts";
import type { PasswordFlaw } from "#app/auth/password-policy.ts";
import { hashPassword, isPassword } from "#app/auth/passwords.server.ts";
import { deleteSessions } from "#app/auth/sessions.server.ts";
import { queueMail } from "#app/mail/queue-mail.server.ts";
import { scopeOf } from "#app/tenancy/scope.ts";
import type { SignedIn } from "#app/tenancy/scope.ts";
import { throughDoor } from "#app/tenancy/through-door.server.ts";

/** Changes a person's password after the present one was shown; every session but this one ends, and the person is told by mail. */
export async function changePassword(
  person: SignedIn,
  wish: { present: string; next: string; sessionHash: string; at: Date },
): Promise<{ ok: true } | { ok: false; reason: "wrong-password" | PasswordFlaw }> {
  const stored = await throughDoor(async (tx, enter) => {
    await enter("", person.personId);
    const [row] = await tx.$queryRaw<{ hash: string | null }[]>`select app.own_password_hash() as hash`;
    return row?.hash ?? null;
  });
  if (!(await isPassword(stored, wish.present))) return { ok: false, reason: "wrong-password" };
  const flaw = passwordFlaw(wish.next, { email: person.email, names: [person.name, person.membership?.organisationName ?? ""] });
  if (flaw) return { ok: false, reason: flaw };
  const hash = await hashPassword(wish.next);
  const scope = scopeOf(person, person.membership?.isController ? "controller" : "processor");
  await throughDoor(async (tx, enter) => {
    await enter(scope?.organisationId ?? "", person.personId);
    await tx.$executeRaw`select app.set_password(${person.personId}::uuid, ${hash})`;
    await deleteSessions(person.personId, wish.sessionHash, tx);
    if (!scope) return;
    await queueMail(tx, scope, {
      kind: "password-changed", dedupeKey: `password-changed:${person.personId}:${wish.at.toISOString()}`, to: { email: person.email, name: person.name }, language: person.locale, values: { at: wish.at },
    });
    await record(tx, scope, { action: "password.changed", subject: { type: "person", id: person.personId } });
  });
  return { ok: true };
}
