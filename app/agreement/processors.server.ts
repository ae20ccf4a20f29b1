import type { Tx } from "#app/db/client.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { isRowId } from "#app/domain/identity/row-id.ts";
import { literally } from "./search-text.ts";

/** An organisation that is a processor here, as the directory shows it. */
export type DirectoryEntry = { id: string; name: string; cvr: string | null };
export type ProcessorFields = { name: string; cvr: string | null; contactName: string; contactEmail: string; contactPhone: string; managerName: string; managerEmail: string };
export type ProcessorSort = { key: "name" | "agreements"; direction: "ascending" | "descending" };

const row = {
  id: true, name: true, cvr: true, organisationId: true, contactName: true, contactEmail: true, contactPhone: true, managerName: true, managerEmail: true, version: true,
} satisfies Prisma.ProcessorSelect;

/** The controller's own register of processors, and the directory it may be joined to. */
export function processors(tx: Tx, { organisationId: controllerId }: Pick<Scope, "organisationId">) {
  const matching = (search: string): Prisma.ProcessorWhereInput => {
    const digits = search.replace(/\D/g, "");
    const either: Prisma.ProcessorWhereInput[] = [{ name: { contains: literally(search), mode: "insensitive" } }];
    if (digits.length >= 2) either.push({ cvr: { startsWith: digits } });
    return search === "" ? { controllerId } : { controllerId, OR: either };
  };
  return {
    /** One page of the register, with how many agreements are in force with each. */
    async list(search: string, sort: ProcessorSort, page: { skip: number; take: number }) {
      const order = sort.direction === "ascending" ? "asc" : "desc";
      const [rows, total] = [
        await tx.processor.findMany({
          where: matching(search),
          select: { ...row, _count: { select: { agreements: { where: { status: "active" } } } } },
          orderBy: sort.key === "name" ? [{ name: order }, { id: "asc" }] : [{ agreements: { _count: order } }, { name: "asc" }],
          ...page,
        }),
        await tx.processor.count({ where: matching(search) }),
      ];
      return { rows, total };
    },
    /** Every processor's id and name, for a choice. */
    options: () => tx.processor.findMany({ where: { controllerId }, select: { id: true, name: true, cvr: true }, orderBy: { name: "asc" } }),
    find: async (id: string) => (isRowId(id) ? tx.processor.findFirst({ where: { id, controllerId }, select: row }) : null),
    findByCvr: (cvr: string) => tx.processor.findFirst({ where: { cvr, controllerId }, select: { id: true, name: true } }),
    /** The register's row for an organisation of the directory, if it is already there. */
    findByOrganisation: (organisationId: string) => tx.processor.findFirst({ where: { organisationId, controllerId }, select: { id: true, name: true } }),
    /** Adds a row; null when the CVR number is already in the register. */
    async add(fields: ProcessorFields): Promise<{ id: string } | null> {
      const [added] = await tx.processor.createManyAndReturn({ data: [{ ...fields, controllerId }], skipDuplicates: true, select: { id: true } });
      return added ?? null;
    },
    /** Changes a row that still has the expected version; false when it was changed meanwhile. */
    async change(id: string, version: number, fields: ProcessorFields): Promise<boolean> {
      const { count } = await tx.processor.updateMany({ where: { id, controllerId, version }, data: { ...fields, version: { increment: 1 } } });
      return count === 1;
    },
    /** Organisations that are processors here, by part of the name or by CVR number; at most 20. */
    directory: (query: string) => tx.$queryRaw<DirectoryEntry[]>`select id, name, cvr from app.find_directory(${query})`,
    /** Joins a row to an organisation of the directory; false when either is not there or the row is joined already. */
    async link(id: string, organisationId: string): Promise<boolean> {
      const [answer] = await tx.$queryRaw<{ linked: boolean }[]>`select app.link_own_processor(${id}::uuid, ${organisationId}::uuid) as linked`;
      return answer?.linked ?? false;
    },
  };
}
