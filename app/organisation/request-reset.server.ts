import { record } from "#app/audit/record.server.ts";
import { hashOf, newToken } from "#app/auth/secrets.server.ts";
import { queueMail } from "#app/mail/queue-mail.server.ts";
import { paths } from "#app/paths.ts";
import { jobScope } from "#app/tenancy/scope.ts";
import { throughDoor } from "#app/tenancy/through-door.server.ts";
import type { Language } from "#app/text/language.ts";

const MINUTES = 30;
/** How long the answer takes at least, so that its time does not tell whether the address is known. */
const LEAST_MS = 400;

/** Sends a link for a new password if the address is somebody's here; an earlier link ends. The caller never learns which. */
export async function requestReset(email: string): Promise<void> {
  const least = new Promise<void>((resolve) => setTimeout(resolve, LEAST_MS));
  const token = newToken();
  const hash = hashOf(token);
  const address = email.trim().toLowerCase();
  await throughDoor(async (tx, enter) => {
    const [who] = await tx.$queryRaw<{ person_id: string; organisation_id: string; name: string; locale: Language }[]>`select * from app.create_reset(${address}, ${hash})`;
    if (!who) return;
    await enter(who.organisation_id, who.person_id);
    const scope = { ...jobScope(who.organisation_id, "controller"), personId: null, personName: who.name };
    await queueMail(tx, scope, {
      kind: "password-reset", dedupeKey: `password-reset:${hash}`, to: { email: address, name: who.name }, language: who.locale, values: { minutes: MINUTES }, secretLink: paths.resetWith(token),
    });
    await record(tx, scope, { action: "password.reset-requested", subject: { type: "person", id: who.person_id } });
  });
  await least;
}
