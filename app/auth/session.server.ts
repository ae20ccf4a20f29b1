import type { Tx } from "#app/db/client.server.ts";
import { db } from "#app/db/client.server.ts";
import type { Role, Scope, Side, SignedIn } from "#app/tenancy/scope.ts";
import { scopeOf } from "#app/tenancy/scope.ts";
import { lucia } from "./lucia.server.ts";
import { forbidden, notFound } from "./refusals.ts";
import { hashOf } from "./secrets.server.ts";
import { enterSession, presentSession, touchSession } from "./sessions.server.ts";

const known = new Map<string, Promise<SignedIn | null>>();
const MOST_KNOWN = 1_000;

/** The signed-in person of a request, or null. Root, layout and page of one request share one look-up. */
export function signedIn(request: Request): Promise<SignedIn | null> {
  // Set by our own HTTP server for every request, over whatever the browser sent; Remix copies the Request for each loader.
  const requestId = request.headers.get("X-Request-Id");
  const id = rawId(request);
  if (!requestId || !id) return lookUp(id);
  const key = `${requestId} ${hashOf(id)}`;
  const found = known.get(key) ?? lookUp(id);
  if (!known.has(key)) {
    known.set(key, found);
    const oldest = known.size > MOST_KNOWN ? known.keys().next().value : undefined;
    if (oldest !== undefined) known.delete(oldest);
  }
  return found;
}

async function lookUp(id: string | null): Promise<SignedIn | null> {
  if (!id) return null;
  const { session, user } = await lucia().validateSession(id);
  if (!session) return null;
  if (session.stale && !session.fresh) await touchSession(hashOf(id));
  return user.who;
}

/** Begins a session with a new id and gives its Set-Cookie value. Seam: a second step of sign-in stands before this call. */
export async function startSession(personId: string, request: Request): Promise<string> {
  const session = await lucia().createSession(personId, { userAgent: request.headers.get("User-Agent") ?? "", stale: false });
  return lucia().createSessionCookie(session.id).serialize();
}

/** Ends the request's session, if there is one, and gives the Set-Cookie value that takes the cookie away. */
export async function endSession(request: Request): Promise<string> {
  const id = rawId(request);
  if (id) await lucia().invalidateSession(id);
  return lucia().createBlankSessionCookie().serialize();
}

/** SHA-256 of the request's session id; "" without one. */
export function sessionHash(request: Request): string {
  const id = rawId(request);
  return id ? hashOf(id) : "";
}

/**
 * The hot path (autosave): ONE transaction in which the session both guards and sets the context, then `work`. Refusals are the guards':
 * 404 on the wrong side, 403 without one of `roles` (empty: any member), and 401 when not signed in, since nobody follows a redirect here.
 */
export async function withSession<T>(request: Request, may: { side: Side; roles?: readonly Role[] }, work: (tx: Tx, scope: Scope) => Promise<T>): Promise<T> {
  const hash = sessionHash(request);
  if (!hash) signedOut();
  return db().$transaction(async (tx) => {
    const row = await enterSession(tx, hash);
    if (!row) signedOut();
    const scope = scopeOf(presentSession(row), may.side);
    if (!scope) notFound();
    if (may.roles && may.roles.length > 0 && !may.roles.some((role) => scope.roles.includes(role))) forbidden();
    if (row.stale) await touchSession(hash, tx);
    return work(tx, scope);
  });
}

function signedOut(): never {
  throw new Response(null, { status: 401, statusText: "Unauthorized" });
}

function rawId(request: Request): string | null {
  return lucia().readSessionCookie(request.headers.get("Cookie") ?? "");
}
