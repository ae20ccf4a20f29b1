import { startSession } from "#app/auth/session.server.ts";
import { hashPassword } from "#app/auth/passwords.server.ts";
import { connected } from "#app/stack/roles.server.ts";

/** A session without the form: the Cookie header of a person who has just signed in. */
export async function cookieOf(personId: string): Promise<string> {
  const cookie = await startSession(personId, new Request("http://portal/"));
  return cookie.split(";", 1)[0] ?? "";
}

/** A request of a browser with these cookies. */
export function requestWith(cookie: string, path = "/", init: RequestInit = {}): Request {
  return new Request(new URL(path, "http://localhost:3000"), { ...init, headers: { ...init.headers, Cookie: cookie } });
}

/** Gives a person made by the factories a password and a known address. */
export async function givePassword(ownerUrl: string, personId: string, password: string, email = `${personId}@example.dk`): Promise<string> {
  const hash = await hashPassword(password);
  await connected(ownerUrl, async (client) => {
    await client.query("update person set password_hash = $2, email = $3 where id = $1", [personId, hash, email]);
    await client.query("update membership set email = $2 where person_id = $1", [personId, email]);
  });
  return email;
}

/** The token of the newest mail to an address, as its reader would find it in the link; "" without one. */
export async function tokenFor(ownerUrl: string, email: string): Promise<string> {
  const { rows } = await connected(ownerUrl, (client) => client.query<{ link: string }>("select secret_link as link from outbox where to_email = $1 and secret_link <> '' order by created_at desc limit 1", [email]));
  return rows[0]?.link.split("/").at(-1) ?? "";
}
