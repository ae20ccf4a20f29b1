import type { Prisma } from "#app/db/generated/client.ts";
import type { Tx } from "#app/db/client.server.ts";
import { isRowId } from "#app/domain/identity/row-id.ts";
import type { AnyScope } from "#app/tenancy/scope.ts";
import { asOne } from "./as-one.ts";
import type { WholeRecord } from "./as-one.ts";
import { recordParts, under } from "./record-parts.server.ts";

/** The controller's register of breaches. */
export function breachRecords(tx: Tx, { organisationId: controllerId }: Pick<AnyScope, "organisationId">) {
  return {
    async find(id: string): Promise<WholeRecord | null> {
      const found = isRowId(id) ? await tx.breachRecord.findFirst({ where: { id, controllerId }, include: recordParts }) : null;
      return found && asOne(found);
    },
    /** All of one agreement, oldest awareness first. */
    listOf: async (agreementId: string) => (await tx.breachRecord.findMany({ where: { controllerId, ...under(agreementId) }, include: recordParts, orderBy: [{ awareAt: "asc" }, { id: "asc" }] })).map(asOne),
    /** All at one processor that stand by themselves, oldest awareness first. */
    listAt: async (registerId: string) => (await tx.breachRecord.findMany({ where: { controllerId, registerId, sameAsId: null }, include: recordParts, orderBy: [{ awareAt: "asc" }, { id: "asc" }] })).map(asOne),
    /** What the processor told of the breaches, in order. */
    notices: (breachIds: readonly string[]) => tx.breachNotice.findMany({ where: { breachId: { in: [...breachIds] }, controllerId }, orderBy: [{ sentAt: "asc" }, { number: "asc" }] }),
    async add({ agreementIds, ...data }: Omit<Prisma.BreachRecordUncheckedCreateInput, "controllerId" | "agreements"> & { agreementIds: readonly string[] }): Promise<{ id: string }> {
      const added = await tx.breachRecord.create({ data: { ...data, controllerId }, select: { id: true } });
      await tx.breachRecordAgreement.createMany({ data: agreementIds.map((agreementId) => ({ recordId: added.id, agreementId, controllerId })) });
      return added;
    },
    /** Changes a row that still has the expected version and stands by itself; false when it was changed meanwhile. */
    async change(id: string, version: number, data: Prisma.BreachRecordUncheckedUpdateManyInput): Promise<boolean> {
      const { count } = await tx.breachRecord.updateMany({ where: { id, controllerId, version, sameAsId: null }, data: { ...data, version: { increment: 1 } } });
      return count === 1;
    },
    /** Says that a breach falls under an agreement, again if it was taken off. */
    async tie(recordId: string, agreementId: string): Promise<void> {
      await tx.breachRecordAgreement.upsert({ where: { recordId_agreementId: { recordId, agreementId } }, create: { recordId, agreementId, controllerId }, update: { removedAt: null } });
    },
    /** Takes records off the agreements other than these; what is matched with a disclosed breach stays. */
    async untie(recordIds: readonly string[], except: readonly string[], at: Date): Promise<void> {
      await tx.breachRecordAgreement.updateMany({ where: { controllerId, recordId: { in: [...recordIds] }, agreementId: { notIn: [...except] }, removedAt: null, supervisionId: null }, data: { removedAt: at } });
    },
    /** Agreements with the same processor that a breach may fall under, the active ones first. */
    agreementsWith: (registerId: string) => tx.agreement.findMany({ where: { processorId: registerId, controllerId }, select: { id: true, title: true, status: true }, orderBy: [{ status: "asc" }, { title: "asc" }] }),
  };
}
