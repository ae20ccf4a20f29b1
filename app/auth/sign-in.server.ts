import { db } from "#app/db/client.server.ts";
import { hashPassword, isOutdated, isPassword } from "./passwords.server.ts";
import { signInChecks } from "./sign-in-checks.server.ts";
import type { FurtherStep } from "./sign-in-checks.server.ts";

/** Refused never says why: an unknown address, a closed account and a wrong password look the same, and take the same time. */
export type SignIn = { step: "signed-in"; personId: string } | { step: "further"; next: FurtherStep } | { step: "refused" };

/** Tries an address and a password. The caller begins the session when nothing more is asked for. */
export async function signIn(email: string, password: string, checks = signInChecks): Promise<SignIn> {
  const address = email.trim().toLowerCase();
  for (const check of checks) if ((await check.before?.({ email: address })) === "refuse") return { step: "refused" };
  const [found] = await db().$queryRaw<{ person_id: string; password_hash: string | null; disabled: boolean }[]>`select * from app.find_sign_in(${address})`;
  const open = found && !found.disabled ? found : null;
  const right = await isPassword(open?.password_hash ?? null, password);
  if (!open || !right) return { step: "refused" };
  if (open.password_hash && isOutdated(open.password_hash)) {
    const renewed = await hashPassword(password);
    await db().$executeRaw`select app.set_password(${open.person_id}::uuid, ${renewed})`;
  }
  for (const check of checks) {
    const next = await check.after?.(open.person_id);
    if (next) return { step: "further", next };
  }
  return { step: "signed-in", personId: open.person_id };
}
