import type { Prisma } from "#app/db/generated/client.ts";
import type { Tx } from "#app/db/client.server.ts";
import { isRowId } from "#app/domain/identity/row-id.ts";
import type { AnyScope } from "#app/tenancy/scope.ts";
import { asOne } from "./as-one.ts";
import type { WholeRecord } from "./as-one.ts";

const own = {
  agreements: {
    where: { removedAt: null }, orderBy: [{ addedAt: "asc" }, { agreementId: "asc" }],
    select: {
      recordId: true, agreementId: true, supervisionId: true, disclosedRef: true,
      agreement: { select: { id: true, title: true, status: true, concept: true, limits: { where: { removedAt: null, kind: { in: ["breach-notice", "incident-notice"] } }, select: { kind: true, value: true, unit: true, runsFrom: true, source: true } } } },
    },
  },
  inquiries: { orderBy: { number: "asc" }, take: 1, select: { sentAt: true } },
} satisfies Prisma.BreachRecordInclude;

/** What every view of a record is made from. */
export const recordParts = {
  ...own,
  processor: { select: { id: true, name: true, organisationId: true, contactName: true, contactEmail: true } },
  sameAs: { select: { id: true, title: true } },
  folded: { include: own, orderBy: [{ awareAt: "asc" }, { id: "asc" }] },
} satisfies Prisma.BreachRecordInclude;

/** A breach of the controller's register with the agreements it falls under, their limits, and the records that are the same breach. */
export type StoredRecord = Prisma.BreachRecordGetPayload<{ include: typeof recordParts }>;

const tied = (agreementId: string) => ({ agreements: { some: { agreementId, removedAt: null } } }) satisfies Prisma.BreachRecordWhereInput;
/** Falls under an agreement, itself or by a record that is the same; each breach once. */
export const under = (agreementId: string): Prisma.BreachRecordWhereInput => ({ sameAsId: null, OR: [tied(agreementId), { folded: { some: tied(agreementId) } }] });
/** Falls under no agreement. */
export const underNone = { agreements: { none: { removedAt: null } }, folded: { every: { agreements: { none: { removedAt: null } } } } } satisfies Prisma.BreachRecordWhereInput;

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
