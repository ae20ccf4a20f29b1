import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";

/** One's own calendar link in the organisation in context; null when there is none in use. */
export type Feed = { createdAt: string; lastReadAt: string | null };

/** The calendar links of one person in one organisation. Of a link only the SHA-256 is kept. */
export function feeds(tx: Tx, { organisationId, personId }: Pick<Scope, "organisationId" | "personId">) {
  const live = { organisationId, personId, revokedAt: null };
  return {
    async find(): Promise<Feed | null> {
      const found = await tx.calendarFeed.findFirst({ where: live, orderBy: { createdAt: "desc" }, select: { createdAt: true, lastReadAt: true } });
      return found && { createdAt: found.createdAt.toISOString(), lastReadAt: found.lastReadAt?.toISOString() ?? null };
    },
    add: (tokenHash: string, language: string, at: Date) => tx.calendarFeed.create({ data: { organisationId, personId, tokenHash, language, createdAt: at }, select: { id: true } }),
    /** How many links were revoked. */
    revoke: async (at: Date): Promise<number> => (await tx.calendarFeed.updateMany({ where: live, data: { revokedAt: at } })).count,
  };
}
