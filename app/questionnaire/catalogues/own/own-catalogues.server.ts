import type { Tx } from "#app/db/client.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import { isRowId } from "#app/domain/identity/row-id.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import type { Catalogue } from "../catalogue-schema.ts";

const columns = { id: true, key: true, version: true, content: true, fileName: true, importedByName: true, importedAt: true, retiredAt: true } satisfies Prisma.OwnCatalogueSelect;
type Row = Prisma.OwnCatalogueGetPayload<{ select: typeof columns }>;

/** One version of a catalogue of the organisation's own. */
export type OwnCatalogue = { id: string; key: string; version: number; content: Catalogue; fileName: string; importedByName: string; importedAt: string; retired: boolean };

const present = (row: Row): OwnCatalogue => ({
  id: row.id, key: row.key, version: row.version, content: row.content as unknown as Catalogue, fileName: row.fileName, importedByName: row.importedByName,
  importedAt: row.importedAt.toISOString(), retired: row.retiredAt !== null,
});

/** The catalogues that one organisation added; a version is never changed, only retired. */
export function ownCatalogues(tx: Tx, { organisationId }: Pick<Scope, "organisationId">) {
  const list = async (where: Prisma.OwnCatalogueWhereInput) =>
    (await tx.ownCatalogue.findMany({ where: { ...where, organisationId }, select: columns, orderBy: [{ key: "asc" }, { version: "desc" }] })).map(present);
  return {
    find: async (id: string): Promise<OwnCatalogue | null> => (isRowId(id) ? (await list({ id }))[0] ?? null : null),
    /** Every version of one key, newest first. */
    versions: (key: string) => list({ key }),
    /** The newest version of each key; of those in use only, unless retired ones are asked for too. */
    async newest({ retired = false } = {}): Promise<OwnCatalogue[]> {
      const all = await list(retired ? {} : { retiredAt: null });
      return all.filter((one, place) => all[place - 1]?.key !== one.key);
    },
    /** Adds a version; null when there is one of that number already. */
    async add(content: Catalogue, fileName: string, by: Pick<Scope, "personId" | "personName">, at: Date): Promise<string | null> {
      const { id: key, version } = content;
      const data = { organisationId, key, version, content: content as unknown as Prisma.InputJsonValue, fileName, importedById: by.personId, importedByName: by.personName, importedAt: at };
      const [added] = await tx.ownCatalogue.createManyAndReturn({ data: [data], skipDuplicates: true, select: { id: true } });
      return added?.id ?? null;
    },
    /** Takes a version out of use; false when it was before, or is not there. */
    async retire(id: string, at: Date): Promise<boolean> {
      const { count } = await tx.ownCatalogue.updateMany({ where: { id, organisationId, retiredAt: null }, data: { retiredAt: at } });
      return count === 1;
    },
  };
}
