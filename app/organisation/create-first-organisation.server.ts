import { passwordFlaw } from "#app/auth/password-policy.ts";
import type { PasswordFlaw } from "#app/auth/password-policy.ts";
import { hashPassword } from "#app/auth/passwords.server.ts";
import { hashOf } from "#app/auth/secrets.server.ts";
import { throughDoor } from "#app/tenancy/through-door.server.ts";
import type { Language } from "#app/text/language.ts";
import { foundersRoles } from "./roles.ts";
import type { Sides } from "./roles.ts";

export interface FirstOrganisation extends Sides {
  token: string;
  organisation: string;
  /** Eight digits, checked. */
  cvr: string;
  email: string;
  name: string;
  title: string;
  password: string;
  language: Language;
}

/** Whether the first-run link still opens; looking uses nothing up. */
export async function isFirstRunOpen(token: string): Promise<boolean> {
  const hash = hashOf(token);
  return throughDoor(async (tx) => {
    const [row] = await tx.$queryRaw<{ open: boolean }[]>`select app.peek_first_run(${hash}) as open`;
    return row?.open === true;
  });
}

/** Creates the first organisation and its administrator, who gets every role of its sides; once. The database keeps the trail. */
export async function createFirstOrganisation(wish: FirstOrganisation): Promise<{ ok: true; personId: string } | { ok: false; reason: "gone" | PasswordFlaw }> {
  const flaw = passwordFlaw(wish.password, { email: wish.email, names: [wish.name, wish.organisation] });
  if (flaw) return { ok: false, reason: flaw };
  if (!(await isFirstRunOpen(wish.token))) return { ok: false, reason: "gone" };
  const passwordHash = await hashPassword(wish.password);
  return throughDoor(async (tx) => {
    const [row] = await tx.$queryRaw<{ person_id: string }[]>`
      select * from app.first_run(${hashOf(wish.token)}, ${wish.organisation}, ${wish.cvr}, ${wish.isController}, ${wish.isProcessor},
        ${wish.email.trim().toLowerCase()}, ${wish.name}, ${wish.title}, ${wish.language}, ${passwordHash}, ${foundersRoles(wish)}::text[])`;
    return row ? { ok: true, personId: row.person_id } : { ok: false, reason: "gone" };
  });
}
