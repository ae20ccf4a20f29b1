import type { Tx } from "#app/db/client.server.ts";
import type { Limit } from "#app/domain/limits/limit-units.ts";
import { isRowId } from "#app/domain/identity/row-id.ts";
import type { Scope } from "#app/tenancy/scope.ts";

const said = { id: true, kind: true, value: true, unit: true, runsFrom: true, source: true, note: true } as const;

/** A stored limit. */
export type LimitRow = Limit & { id: string; note: string };

/** One controller's limits; what was agreed is never written over: a change is a new row, the old one stays as removed. */
export function limits(tx: Tx, { organisationId: controllerId }: Pick<Scope, "organisationId">) {
  return {
    list: (agreementId: string): Promise<LimitRow[]> =>
      tx.agreementLimit.findMany({ where: { agreementId, controllerId, removedAt: null }, select: said, orderBy: [{ createdAt: "asc" }, { kind: "asc" }, { source: "asc" }, { id: "asc" }] }),
    find: async (agreementId: string, id: string): Promise<LimitRow | null> =>
      isRowId(id) ? tx.agreementLimit.findFirst({ where: { id, agreementId, controllerId, removedAt: null }, select: said }) : null,
    async add(agreementId: string, rows: readonly Limit[]): Promise<void> {
      await tx.agreementLimit.createMany({ data: rows.map(({ kind, value, unit, runsFrom, source, note }) => ({ kind, value, unit, runsFrom, source, note: note ?? "", agreementId, controllerId })) });
    },
    /** False when it is no longer there. */
    async remove(agreementId: string, id: string, at: Date): Promise<boolean> {
      if (!isRowId(id)) return false;
      const { count } = await tx.agreementLimit.updateMany({ where: { id, agreementId, controllerId, removedAt: null }, data: { removedAt: at } });
      return count === 1;
    },
  };
}
