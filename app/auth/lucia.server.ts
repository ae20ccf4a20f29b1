import { Lucia, TimeSpan } from "lucia";
import type { Adapter, DatabaseSession, DatabaseUser } from "lucia";
import { settings } from "#app/config/settings.server.ts";
import { hashOf } from "./secrets.server.ts";
import { createSession, deleteSession, deleteSessions, presentSession, readSession, touchSession } from "./sessions.server.ts";
import type { SignedIn } from "#app/tenancy/scope.ts";

declare module "lucia" {
  interface Register {
    Lucia: ReturnType<typeof makeLucia>;
    DatabaseSessionAttributes: { userAgent: string; stale: boolean };
    DatabaseUserAttributes: { who: SignedIn };
  }
}

const IDLE_MINUTES = 60;
const ABSOLUTE_HOURS = 12;
const MINUTE = 60_000;

/** Keeps sessions under the SHA-256 of their id and hands the caller's raw id back, so that the database alone can open nothing. */
const adapter: Adapter = {
  async getSessionAndUser(id): Promise<[DatabaseSession | null, DatabaseUser | null]> {
    const row = await readSession(hashOf(id));
    if (!row) return [null, null];
    const ends = Math.min(row.last_seen_at.getTime() + IDLE_MINUTES * MINUTE, row.created_at.getTime() + ABSOLUTE_HOURS * 60 * MINUTE);
    const session = { id, userId: row.person_id, expiresAt: new Date(ends), attributes: { userAgent: "", stale: row.stale } };
    return [session, { id: row.person_id, attributes: { who: presentSession(row) } }];
  },
  setSession: ({ id, userId, attributes }) => createSession(hashOf(id), userId, attributes.userAgent),
  updateSessionExpiration: (id) => touchSession(hashOf(id)),
  deleteSession: (id) => deleteSession(hashOf(id)),
  deleteUserSessions: (userId) => deleteSessions(userId),
  // Ended sessions are never read again and are cleared as new ones are made; nobody needs a list of them.
  deleteExpiredSessions: async () => undefined,
  getUserSessions: async () => [],
};

function makeLucia(https: boolean) {
  return new Lucia(adapter, {
    sessionExpiresIn: new TimeSpan(IDLE_MINUTES, "m"),
    sessionCookie: {
      name: https ? "__Host-session" : "session",
      expires: false,
      attributes: { secure: https, sameSite: "lax", path: "/" },
    },
    getSessionAttributes: ({ stale }) => ({ stale }),
    getUserAttributes: ({ who }) => ({ who }),
  });
}

const made = new Map<boolean, ReturnType<typeof makeLucia>>();

/** Lucia over our own sessions. Where the portal is reached by TLS the cookie is bound to the host. */
export function lucia(): ReturnType<typeof makeLucia> {
  const https = settings().publicUrl.startsWith("https:");
  const found = made.get(https) ?? makeLucia(https);
  made.set(https, found);
  return found;
}
