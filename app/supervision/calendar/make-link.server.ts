import { record } from "#app/audit/record.server.ts";
import { hashOf, newToken } from "#app/auth/secrets.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import type { Language } from "#app/text/language.ts";
import { feeds } from "./feeds.server.ts";

/** Makes one's own link to a calendar of supervisions; an older one stops working. The token is told once and never kept. */
export async function makeLink(tx: Tx, scope: Scope, language: Language, at: Date): Promise<string> {
  const token = newToken();
  const own = feeds(tx, scope);
  const renewed = (await own.revoke(at)) > 0;
  const { id } = await own.add(hashOf(token), language, at);
  await record(tx, scope, { action: "calendar.link-made", subject: { type: "calendar", id }, detail: { renewed } });
  return token;
}
