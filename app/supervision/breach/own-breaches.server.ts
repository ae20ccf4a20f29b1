import { literally } from "#app/agreement/search-text.ts";
import type { Tx } from "#app/db/client.server.ts";
import { isRowId } from "#app/domain/identity/row-id.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import type { OwnBreachFields } from "./own-breach-form.ts";

const fields = {
  title: true, nature: true, categories: true, personCount: true, recordCount: true, consequences: true, measures: true, possibleOnly: true, atSubprocessor: true,
  occurredAt: true, awareAt: true, dealtWithAt: true,
} as const;

/** The processor's own register of breaches; nobody else sees it. */
export function ownBreaches(tx: Tx, { organisationId: processorId }: Pick<Scope, "organisationId">) {
  const matching = (search: string) => ({ processorId, ...(search === "" ? {} : { title: { contains: literally(search), mode: "insensitive" as const } }) });
  return {
    /** Newest awareness first, with whom was told. */
    async list(search: string, page: { skip: number; take: number }) {
      const where = matching(search);
      const total = await tx.breach.count({ where });
      const rows = await tx.breach.findMany({
        where, orderBy: [{ awareAt: "desc" }, { id: "asc" }], ...page,
        select: { id: true, ...fields, notices: { select: { controllerId: true, sentAt: true }, orderBy: { sentAt: "asc" } } },
      });
      return { rows, total };
    },
    find: async (id: string) => (isRowId(id)
      ? tx.breach.findFirst({ where: { id, processorId }, select: { id: true, ...fields, version: true, createdByName: true, createdAt: true, notices: { orderBy: [{ sentAt: "asc" }, { number: "asc" }] } } })
      : null),
    /** Takes the row, so that of two clicks the second finds what the first has done. */
    lock: async (id: string) => { if (isRowId(id)) await tx.$queryRaw`select 1 from breach where id = ${id}::uuid and processor_id = ${processorId}::uuid for update`; },
    add: (given: OwnBreachFields, createdByName: string, at: Date) => tx.breach.create({ data: { ...given, processorId, createdByName, createdAt: at }, select: { id: true } }),
    /** Changes a row that still has the expected version; false when it was changed meanwhile. */
    async change(id: string, version: number, given: OwnBreachFields): Promise<boolean> {
      const { count } = await tx.breach.updateMany({ where: { id, processorId, version }, data: { ...given, version: { increment: 1 } } });
      return count === 1;
    },
    /** Controllers that may be notified, by name. */
    controllers: () => tx.$queryRaw<{ id: string; name: string }[]>`select id, name from app.my_controllers()`,
  };
}
