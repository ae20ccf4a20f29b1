import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const shape = z.object({ superuser: z.string().min(16), owner: z.string().min(16), runtime: z.string().min(16), port: z.number().int().optional() });
/** Passwords of the embedded database's three roles, and the port it had last. */
export type Secrets = z.infer<typeof shape>;

/** Reads the passwords kept in `folder`, making them on the first run. Readable by their owner alone. */
export function keptSecrets(folder: string): Secrets {
  const file = join(folder, "secrets.json");
  if (existsSync(file)) {
    chmodSync(file, 0o600);
    return shape.parse(JSON.parse(readFileSync(file, "utf8")));
  }
  const password = () => randomBytes(24).toString("hex");
  const made = { superuser: password(), owner: password(), runtime: password() };
  keepSecrets(folder, made);
  return made;
}

/** Writes them whole or not at all. */
export function keepSecrets(folder: string, secrets: Secrets): void {
  const file = join(folder, "secrets.json");
  writeFileSync(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
