import { db } from "#app/db/client.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Role, SignedIn } from "#app/tenancy/scope.ts";

/** A session as the database tells it: only while it is alive (idle 60 minutes, absolute 12 hours, in the database's time). */
export interface SessionRow {
  person_id: string;
  person_name: string;
  email: string;
  title: string;
  locale: "da" | "en";
  created_at: Date;
  last_seen_at: Date;
  /** Last seen more than a minute ago. */
  stale: boolean;
  organisation_id: string | null;
  organisation_name: string | null;
  is_controller: boolean | null;
  is_processor: boolean | null;
  roles: Role[] | null;
}

/** Row → the person and the membership in force. */
export function presentSession(row: SessionRow): SignedIn {
  const { organisation_id: organisationId, organisation_name: organisationName } = row;
  const membership = organisationId === null || organisationName === null || row.roles === null
    ? null
    : { organisationId, organisationName, isController: row.is_controller === true, isProcessor: row.is_processor === true, roles: row.roles };
  return { personId: row.person_id, name: row.person_name, email: row.email, title: row.title, locale: row.locale, membership };
}

export async function readSession(hash: string): Promise<SessionRow | null> {
  const rows = await db().$queryRaw<SessionRow[]>`select * from app.read_session(${hash})`;
  return rows[0] ?? null;
}

/** The same, and makes the session's organisation and person the context of this transaction. */
export async function enterSession(tx: Tx, hash: string): Promise<SessionRow | null> {
  const rows = await tx.$queryRaw<SessionRow[]>`select * from app.enter_session(${hash})`;
  return rows[0] ?? null;
}

export async function createSession(hash: string, personId: string, userAgent: string): Promise<void> {
  await db().$executeRaw`select app.create_session(${hash}, ${personId}::uuid, ${userAgent})`;
}

/** Moves "last seen" to now; does nothing within a minute, and nothing for a session that has ended. */
export async function touchSession(hash: string, tx: Pick<Tx, "$executeRaw"> = db()): Promise<void> {
  await tx.$executeRaw`select app.touch_session(${hash})`;
}

export async function deleteSession(hash: string): Promise<void> {
  await db().$executeRaw`select app.delete_session(${hash})`;
}

/** Ends a person's sessions, all but `except` (a hash) when given. */
export async function deleteSessions(personId: string, except = "", tx: Pick<Tx, "$executeRaw"> = db()): Promise<void> {
  await tx.$executeRaw`select app.delete_sessions(${personId}::uuid, ${except})`;
}
