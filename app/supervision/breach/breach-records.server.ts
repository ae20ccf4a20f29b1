import type { Prisma } from "#app/db/generated/client.ts";
import type { Tx } from "#app/db/client.server.ts";
import { isRowId } from "#app/domain/identity/row-id.ts";
import type { Limit } from "#app/domain/limits/limit-units.ts";
import type { AnyScope } from "#app/tenancy/scope.ts";

/** What every view of a record is made from. */
export const recordParts = {
  processor: { select: { id: true, name: true, organisationId: true, contactName: true, contactEmail: true } },
  agreement: { select: { id: true, title: true, status: true, concept: true, limits: { where: { removedAt: null, kind: { in: ["breach-notice", "incident-notice"] } }, select: { kind: true, value: true, unit: true, runsFrom: true, source: true } } } },
} satisfies Prisma.BreachRecordInclude;

/** A breach of the controller's register with the agreement it falls under and that one's limits. */
export type StoredRecord = Prisma.BreachRecordGetPayload<{ include: typeof recordParts }>;

/** The limits a record is held against; none while no agreement is assigned. */
export const limitsOf = ({ agreement }: Pick<StoredRecord, "agreement">): Limit[] => agreement?.limits ?? [];

/** The controller's register of breaches. */
export function breachRecords(tx: Tx, { organisationId: controllerId }: Pick<AnyScope, "organisationId">) {
  return {
    find: async (id: string) => (isRowId(id) ? tx.breachRecord.findFirst({ where: { id, controllerId }, include: recordParts }) : null),
    /** All of one agreement, oldest awareness first. */
    listOf: (agreementId: string) => tx.breachRecord.findMany({ where: { agreementId, controllerId }, include: recordParts, orderBy: [{ awareAt: "asc" }, { id: "asc" }] }),
    /** What the processor told of the breach, in order. */
    notices: (breachId: string) => tx.breachNotice.findMany({ where: { breachId, controllerId }, orderBy: { number: "asc" } }),
    add: (data: Omit<Prisma.BreachRecordUncheckedCreateInput, "controllerId">) => tx.breachRecord.create({ data: { ...data, controllerId }, select: { id: true } }),
    /** Changes a row that still has the expected version; false when it was changed meanwhile. */
    async change(id: string, version: number, data: Prisma.BreachRecordUncheckedUpdateManyInput): Promise<boolean> {
      const { count } = await tx.breachRecord.updateMany({ where: { id, controllerId, version }, data: { ...data, version: { increment: 1 } } });
      return count === 1;
    },
    /** Agreements with the same processor that a breach may fall under, the active ones first. */
    agreementsWith: (registerId: string) => tx.agreement.findMany({ where: { processorId: registerId, controllerId }, select: { id: true, title: true, status: true }, orderBy: [{ status: "asc" }, { title: "asc" }] }),
  };
}
