import type { Tx } from "#app/db/client.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import { isRowId } from "#app/domain/identity/row-id.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import type { Subprocessor } from "./agreement-fields.ts";
import { columnOf, dayOrNull } from "./calendar-day.ts";

/** What is read of a sub-processor. */
export const subprocessorColumns = {
  id: true, parentId: true, name: true, cvr: true, address: true, country: true, processing: true, transferGround: true, contactName: true, contactEmail: true, status: true, approvedOn: true,
} satisfies Prisma.SubprocessorSelect;
type Row = Prisma.SubprocessorGetPayload<{ select: typeof subprocessorColumns }>;

/** A stored sub-processor; the database holds status and ground to the lists. */
export function presentSubprocessor({ transferGround, status, approvedOn, ...row }: Row): Subprocessor {
  return { ...row, transferGround: transferGround as Subprocessor["transferGround"], status: status as Subprocessor["status"], approvedOn: dayOrNull(approvedOn) };
}

/** One controller's sub-processors: rows are changed in place, removed ones stay as removed. */
export function subprocessors(tx: Tx, { organisationId: controllerId }: Pick<Scope, "organisationId">) {
  const mine = (agreementId: string) => ({ agreementId, controllerId, removedAt: null });
  const columns = ({ id: _id, approvedOn, ...row }: Subprocessor) => ({ ...row, approvedOn: columnOf(approvedOn) });
  return {
    /** In the order they were added. */
    async list(agreementId: string): Promise<Subprocessor[]> {
      const rows = await tx.subprocessor.findMany({ where: mine(agreementId), select: subprocessorColumns, orderBy: [{ position: "asc" }, { createdAt: "asc" }, { id: "asc" }] });
      return rows.map(presentSubprocessor);
    },
    async find(agreementId: string, id: string): Promise<Subprocessor | null> {
      const row = isRowId(id) ? await tx.subprocessor.findFirst({ where: { ...mine(agreementId), id }, select: subprocessorColumns }) : null;
      return row && presentSubprocessor(row);
    },
    async add(agreementId: string, one: Omit<Subprocessor, "id">): Promise<string> {
      const position = await tx.subprocessor.count({ where: { agreementId, controllerId } });
      const { id } = await tx.subprocessor.create({ data: { ...columns({ id: "", ...one }), position, agreementId, controllerId }, select: { id: true } });
      return id;
    },
    /** False when it is no longer there. */
    async change(agreementId: string, one: Subprocessor): Promise<boolean> {
      const { count } = await tx.subprocessor.updateMany({ where: { ...mine(agreementId), id: one.id }, data: columns(one) });
      return count === 1;
    },
    /** Removes these together; how many were still there. */
    async remove(agreementId: string, ids: readonly string[], at: Date): Promise<number> {
      const { count } = await tx.subprocessor.updateMany({ where: { ...mine(agreementId), id: { in: [...ids] } }, data: { removedAt: at } });
      return count;
    },
  };
}
