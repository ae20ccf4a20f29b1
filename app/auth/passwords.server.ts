import { hash, verify } from "@node-rs/argon2";
import { settings } from "#app/config/settings.server.ts";
import { normalPassword } from "./password-policy.ts";
import { newToken } from "./secrets.server.ts";
import { takeTurns } from "./turns.server.ts";

type Cost = { memoryCost: number; timeCost: number; parallelism: number };

const MIB = 1024;
/** argon2id: 64 MiB and three passes; embedded, OWASP's floor (security.md §2: 75 ms against 14 ms on two cores). */
const FULL: Cost = { memoryCost: 64 * MIB, timeCost: 3, parallelism: 1 };
const FLOOR: Cost = { memoryCost: 19 * MIB, timeCost: 2, parallelism: 1 };

const inTurn = takeTurns(4, 50);
let nobody: Promise<string> | undefined;

const cost = () => (settings().mode === "embedded" ? FLOOR : FULL);

/** The encoded argon2id hash of a password, at the present cost. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(normalPassword(password), cost()));
}

/** Whether the password is the one behind `stored`. Null (nobody there, or no password yet) takes the same time and is never right. */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword(newToken());
  const against = stored ?? (await nobody);
  const right = await inTurn(() => verify(against, normalPassword(password)));
  return right && stored !== null;
}

/** Whether a hash was made at another cost than the present one and is to be made anew at sign-in. */
export function isOutdated(stored: string): boolean {
  const { memoryCost, timeCost, parallelism } = cost();
  return !stored.startsWith(`$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$`);
}
