import { db } from "#app/db/client.server.ts";
import type { Tx } from "#app/db/client.server.ts";

/** Makes an organisation, and a person acting in it, the context of the rest of the transaction. */
export type Enter = (organisationId: string, personId: string | null) => Promise<void>;

/**
 * One transaction that begins outside every organisation, for what comes before sign-in (invitation, password reset, first run): only the
 * doors of the database (prisma/migrations/…_doors) answer until `enter` is called with what a door has told.
 */
export async function throughDoor<T>(work: (tx: Tx, enter: Enter) => Promise<T>): Promise<T> {
  return db().$transaction((tx) =>
    work(tx, async (organisationId, personId) => {
      await tx.$executeRaw`select set_config('app.tenant_id', ${organisationId}, true), set_config('app.person_id', ${personId ?? ""}, true)`;
    }),
  );
}
