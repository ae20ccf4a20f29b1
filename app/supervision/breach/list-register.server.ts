import type { Prisma } from "#app/db/generated/client.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Registered } from "#app/domain/breach/reconcile.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import { asOne, limitsOf } from "./as-one.ts";
import type { WholeRecord } from "./as-one.ts";
import { recordParts, under, underNone } from "./record-parts.server.ts";
import { nameOfBreach } from "./name-of-breach.ts";
import { clocksOf } from "./record-clocks.ts";

/** A span of time, both ends in it; `from` null = from the beginning. */
export type Span = { from: Date | null; to: Date };

/**
 * What of the register a supervision's answer is held against: what was notified or became known in its time, under its agreement or with the
 * processor under none yet, and what was matched with it. What is matched with another supervision is done with.
 */
export async function listRegister(tx: Tx, { id: supervisionId, agreementId }: { id: string; agreementId: string }, span: Span): Promise<Registered[]> {
  const { processorId } = await tx.agreement.findUniqueOrThrow({ where: { id: agreementId }, select: { processorId: true } });
  const found = await tx.breachRecord.findMany({
    where: {
      sameAsId: null,
      OR: [known(matchedIn({ supervisionId })), {
        registerId: processorId, NOT: known(matchedIn({ agreementId, supervisionId: { not: null } })),
        AND: [{ OR: [under(agreementId), underNone] }, known({ OR: [{ notifiedAt: within(span) }, { awareAt: within(span) }] })],
      }],
    },
    include: recordParts, orderBy: [{ awareAt: "asc" }, { id: "asc" }],
  });
  return found.map((record) => registeredOf(asOne(record), { supervisionId, agreementId }, span));
}

const within = ({ from, to }: Span): Prisma.DateTimeNullableFilter & Prisma.DateTimeFilter => ({ lte: to, ...(from ? { gte: from } : {}) });

/** What holds of the record itself or of one that is the same. */
const known = (what: Prisma.BreachRecordWhereInput): Prisma.BreachRecordWhereInput => ({ OR: [what, { folded: { some: what } }] });
const matchedIn = (tie: Prisma.BreachRecordAgreementWhereInput): Prisma.BreachRecordWhereInput => ({ agreements: { some: { removedAt: null, ...tie } } });

function registeredOf(record: WholeRecord, { supervisionId, agreementId }: { supervisionId: string | null; agreementId: string }, { from, to }: Span): Registered {
  const { title, notifiedAt, awareAt, processorAwareAt } = record;
  const { processor, limit } = clocksOf(record, limitsOf(record, agreementId), to);
  const tie = record.agreements.find((one) => one.agreementId === agreementId);
  return {
    ...nameOfBreach(record), title, awareOn: copenhagenDate(processorAwareAt ?? awareAt), notifiedOn: notifiedAt && copenhagenDate(notifiedAt),
    matchedRef: tie && supervisionId !== null && tie.supervisionId === supervisionId ? tie.disclosedRef : null,
    inPeriod: tie !== undefined && notifiedAt !== null && notifiedAt <= to && (from === null || notifiedAt >= from), clock: processor, limit,
  };
}
