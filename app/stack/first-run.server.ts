import { createHash, randomBytes } from "node:crypto";
import { connected } from "./roles.server.ts";

/** Path of a link that creates the first organisation and its administrator, once, within 24 hours; null when there is one. Earlier links end. */
export async function firstRunPath(ownerUrl: string): Promise<string | null> {
  const token = randomBytes(32).toString("base64url");
  const hash = createHash("sha256").update(token).digest("hex");
  const { rows } = await connected(ownerUrl, (client) => client.query<{ made: boolean }>("select app.create_first_run_token($1) as made", [hash]));
  return rows[0]?.made ? `/first-run/${token}` : null;
}
