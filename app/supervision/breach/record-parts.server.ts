import type { Prisma } from "#app/db/generated/client.ts";

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
