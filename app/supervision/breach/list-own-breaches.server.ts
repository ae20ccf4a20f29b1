import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { ownBreaches } from "./own-breaches.server.ts";

/** A breach as a line of the processor's own register; `told`: how many controllers were notified. */
export type OwnBreachRow = { id: string; title: string; awareAt: string; dealtWithAt: string | null; told: number; firstToldAt: string | null };

/** A page of the processor's own register, newest first. */
export async function listOwnBreaches(tx: Tx, scope: Pick<Scope, "organisationId">, query: string, page: { skip: number; take: number }): Promise<{ rows: OwnBreachRow[]; total: number }> {
  const { rows, total } = await ownBreaches(tx, scope).list(query, page);
  return {
    total,
    rows: rows.map(({ id, title, awareAt, dealtWithAt, notices }) => ({
      id, title, awareAt: awareAt.toISOString(), dealtWithAt: dealtWithAt?.toISOString() ?? null,
      told: new Set(notices.map(({ controllerId }) => controllerId)).size, firstToldAt: notices[0]?.sentAt.toISOString() ?? null,
    })),
  };
}
