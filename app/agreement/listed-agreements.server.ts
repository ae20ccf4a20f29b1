import type { Tx } from "#app/db/client.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import { addDays } from "#app/domain/time/iso-date.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import type { Standing } from "#app/domain/lifecycle/standing.ts";
import type { AgreementFilter, AgreementOrder, AgreementSort } from "./agreement-filter.ts";
import { columnOf, dayOrNull } from "./calendar-day.ts";
import { presentListed } from "./present.ts";
import type { ListedAgreement } from "./present.ts";
import { literally } from "./search-text.ts";
import { SOON_DAYS, standingOf, worstOf } from "./standing.ts";

const WITH_PROCESSOR = ["sent", "answering", "returned"];
const SETTLED = ["none", "in-order", "in-order-with-remarks", "not-in-order"];

const listed = {
  id: true, title: true, reference: true, points: true, concept: true, standing: true, status: true, nextDueOn: true,
  processor: { select: { id: true, name: true } },
  supervisions: { where: { state: { in: WITH_PROCESSOR } }, orderBy: { createdAt: "desc" }, take: 1, select: { dueOn: true } },
} satisfies Prisma.AgreementSelect;

/** Lists over one controller's agreements, as they stand on a day. */
export function listedAgreements(tx: Tx, { organisationId: controllerId }: Pick<Scope, "organisationId">, today: IsoDate) {
  const day = (plus: number) => columnOf(addDays(today, plus)) as Date;
  const answerOverdue: Prisma.AgreementWhereInput = { standing: "awaiting-processor", supervisions: { some: { controllerId, state: { in: WITH_PROCESSOR }, dueOn: { lt: day(0) } } } };
  const dueOver: Prisma.AgreementWhereInput = { standing: { in: SETTLED }, nextDueOn: { lt: day(0) } };
  const later: Prisma.AgreementWhereInput = { OR: [{ nextDueOn: null }, { nextDueOn: { gt: day(SOON_DAYS) } }] };
  const notOver: Prisma.AgreementWhereInput = { OR: [{ nextDueOn: null }, { nextDueOn: { gte: day(0) } }] };
  // Says the same as standingOf, for the database.
  const standingWhere: Readonly<Record<Standing, Prisma.AgreementWhereInput>> = {
    overdue: { OR: [answerOverdue, dueOver] },
    "not-in-order": { AND: [{ standing: "not-in-order" }, notOver] },
    "due-soon": { standing: { in: ["none", "in-order", "in-order-with-remarks"] }, nextDueOn: { gte: day(0), lte: day(SOON_DAYS) } },
    "waiting-for-us": { standing: "awaiting-controller" },
    "waiting-for-processor": { AND: [{ standing: "awaiting-processor" }, { NOT: answerOverdue }] },
    "with-remarks": { AND: [{ standing: "in-order-with-remarks" }, later] },
    "in-order": { AND: [{ standing: "in-order" }, later] },
    planned: { standing: "none", concept: { not: null }, nextDueOn: { gt: day(SOON_DAYS) } },
    "on-event": { standing: "none", concept: { not: null }, nextDueOn: null },
    "not-planned": { AND: [{ standing: "none", concept: null }, later] },
  };
  const where = (filter: AgreementFilter): Prisma.AgreementWhereInput => {
    const { search, standing, points, concept, due } = filter;
    const all: Prisma.AgreementWhereInput[] = [];
    const has = { contains: literally(search), mode: "insensitive" } as const;
    if (search !== "") all.push({ OR: [{ title: has }, { reference: has }, { processor: { name: has } }] });
    if (standing !== null) all.push(standingWhere[standing]);
    if (points !== null) all.push({ points: points === "none" ? null : { gte: points.from, lte: points.to } });
    if (concept !== null) all.push({ concept: concept === "none" ? null : concept });
    if (due !== null) all.push(due === "none" ? { nextDueOn: null } : { nextDueOn: due === "overdue" ? { lt: day(0) } : { gte: day(0), lte: day(Number(due)) } });
    return { controllerId, status: filter.ended ? "ended" : "active", AND: all };
  };
  return {
    /** One page of the list, in the order asked for. */
    async page(filter: AgreementFilter, sort: AgreementOrder, page: { skip: number; take: number }): Promise<{ rows: ListedAgreement[]; total: number }> {
      const found = await tx.agreement.findMany({ where: where(filter), select: listed, orderBy: [orderOf(sort), { title: "asc" }, { id: "asc" }], ...page });
      const total = page.skip === 0 && found.length < page.take ? found.length : await tx.agreement.count({ where: where(filter) });
      return { rows: found.map((row) => presentListed(row, today)), total };
    },
    /** A processor's agreements, those in force first. */
    async ofProcessor(processorId: string): Promise<ListedAgreement[]> {
      const found = await tx.agreement.findMany({ where: { controllerId, processorId }, select: listed, orderBy: [{ status: "asc" }, { title: "asc" }] });
      return found.map((row) => presentListed(row, today));
    },
    /** The standing of each processor's agreements that wants attention first; a processor without agreements is left out. */
    async worstByProcessor(processorIds: readonly string[]): Promise<Map<string, Standing>> {
      const mine = { controllerId, status: "active", processorId: { in: [...processorIds] } };
      const groups = await tx.agreement.groupBy({ by: ["processorId", "standing", "concept"], where: mine, _min: { nextDueOn: true } });
      const unanswered = await tx.agreement.findMany({ where: { AND: [mine, answerOverdue] }, select: { processorId: true }, distinct: ["processorId"] });
      const found = new Map<string, Standing[]>(unanswered.map(({ processorId }) => [processorId, ["overdue"]]));
      for (const { processorId, standing, concept, _min } of groups) {
        const one = standingOf({ standing, concept, nextDueOn: dayOrNull(_min.nextDueOn), answerDueOn: null }, today);
        found.set(processorId, [...(found.get(processorId) ?? []), one]);
      }
      return new Map([...found].flatMap(([id, all]) => { const worst = worstOf(all); return worst ? [[id, worst] as const] : []; }));
    },
  };
}

function orderOf({ key, direction }: AgreementOrder): Prisma.AgreementOrderByWithRelationInput {
  const sort = direction === "ascending" ? "asc" : "desc";
  const nullsLast = { sort, nulls: "last" } as const;
  const orders: Readonly<Record<AgreementSort, Prisma.AgreementOrderByWithRelationInput>> = {
    title: { title: sort }, processor: { processor: { name: sort } }, points: { points: nullsLast }, concept: { concept: nullsLast }, due: { nextDueOn: nullsLast },
  };
  return orders[key];
}
