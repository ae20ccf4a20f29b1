import type { Tx } from "#app/db/client.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import { isRowId } from "#app/domain/identity/row-id.ts";
import { instantOf } from "#app/domain/time/copenhagen-time.ts";
import type { Case } from "#app/supervision/assessment/load-case.server.ts";
import { asOne, limitsOf } from "#app/supervision/breach/as-one.ts";
import { breachContent } from "#app/supervision/breach/breach-content.ts";
import { recordParts, under } from "#app/supervision/breach/record-parts.server.ts";
import { clocksOf, viewClock } from "#app/supervision/breach/record-clocks.ts";

export type GatheredBreach = Awaited<ReturnType<typeof gatherBreaches>>[number];

/**
 * The breaches of the register that bear on a case: under its agreement and known in its period, matched with its answer, or named by one of
 * its findings; each once, with the records that are the same breach, what the processor told of it, and what it was asked.
 */
export async function gatherBreaches(tx: Tx, found: Pick<Case, "id" | "agreementId" | "controllerId" | "periodFrom">, named: readonly { values: unknown }[], { at, until }: { at: Date; until: Date }) {
  const { controllerId, agreementId, periodFrom } = found;
  const from = periodFrom && instantOf(`${periodFrom.toISOString().slice(0, 10)}T00:00`);
  const within = { lte: until, ...(from ? { gte: from } : {}) };
  const ids = named.flatMap(({ values }) => { const id = (values as { record?: unknown }).record; return typeof id === "string" && isRowId(id) ? [id] : []; });
  const known = (what: Prisma.BreachRecordWhereInput): Prisma.BreachRecordWhereInput => ({ OR: [what, { folded: { some: what } }] });
  const rows = await tx.breachRecord.findMany({
    where: {
      controllerId, sameAsId: null,
      OR: [{ AND: [under(agreementId), known({ OR: [{ notifiedAt: within }, { awareAt: within }] })] }, known({ agreements: { some: { supervisionId: found.id, removedAt: null } } }), known({ id: { in: ids } })],
    },
    include: recordParts, orderBy: [{ awareAt: "asc" }, { id: "asc" }],
  });
  const all = rows.flatMap((row) => [row, ...row.folded]);
  const inquiries = await tx.breachInquiry.findMany({ where: { controllerId, recordId: { in: all.map(({ id }) => id) } }, orderBy: [{ sentAt: "asc" }, { number: "asc" }] });
  const notices = await tx.breachNotice.findMany({ where: { controllerId, breachId: { in: all.flatMap(({ breachId }) => breachId ?? []) } }, orderBy: [{ sentAt: "asc" }, { number: "asc" }] });
  return rows.map((row) => {
    const whole = asOne(row);
    const { processor, authority, persons, limit } = clocksOf(whole, limitsOf(whole), at);
    const own = [row, ...row.folded];
    return {
      ...whole, clocks: { processor: viewClock(processor, at), authority: viewClock(authority, at), persons: viewClock(persons, at), limit },
      notices: notices.filter(({ breachId }) => own.some((one) => one.breachId === breachId)).map((notice) => ({ ...notice, content: breachContent.parse(notice.content) })),
      inquiries: inquiries.filter(({ recordId }) => own.some(({ id }) => id === recordId)),
    };
  });
}
