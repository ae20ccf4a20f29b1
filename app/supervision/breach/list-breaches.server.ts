import { literally } from "#app/agreement/search-text.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import type { Tx } from "#app/db/client.server.ts";
import { authorityPeriod } from "#app/domain/breach/authority-period.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import type { BreachFilter, BreachSort, RecordSource } from "./breach-filter.ts";
import { asOne, limitsOf } from "./as-one.ts";
import { recordParts, underNone } from "./record-parts.server.ts";
import { clocksOf, viewClock } from "./record-clocks.ts";
import type { ClockView } from "./record-clocks.ts";

/** A breach as a line of the controller's list. Times are ISO instants. */
export type BreachRow = {
  id: string; title: string; source: RecordSource; possibleOnly: boolean; processorName: string; agreements: { id: string; title: string }[]; awareAt: string; notifiedAt: string | null;
  processor: ClockView | null; authority: ClockView | null; authorityDecision: "" | "notified" | "not-required"; authorityNotifiedAt: string | null; highRisk: boolean | null; personsInformedAt: string | null; closedAt: string | null; renotifiedAt: string | null;
};
type Wish = { filter: BreachFilter; sort: { key: BreachSort; direction: "ascending" | "descending" }; skip: number; take: number; now: Date };

const shown: Record<BreachFilter["show"], Prisma.BreachRecordWhereInput> = {
  open: { closedAt: null }, undecided: { closedAt: null, authorityDecision: "" }, unassigned: { closedAt: null, ...underNone }, closed: { closedAt: { not: null } }, all: {},
};

function where({ show, source, query }: BreachFilter, controllerId: string): Prisma.BreachRecordWhereInput {
  const contains = { contains: literally(query), mode: "insensitive" } as const;
  const said: Prisma.BreachRecordWhereInput[] = [{ title: contains }, { nature: contains }, { agreements: { some: { removedAt: null, agreement: { title: contains } } } }];
  const text = query === "" ? [] : [{ OR: [...said, { processor: { name: contains } }, { folded: { some: { OR: said } } }] }];
  const from = source === null ? [] : [{ OR: [{ source }, { folded: { some: { source } } }] }];
  return { controllerId, sameAsId: null, AND: [shown[show], ...from, ...text] };
}

function orderBy(key: BreachSort, direction: "asc" | "desc"): Prisma.BreachRecordOrderByWithRelationInput[] {
  const turned = direction === "asc" ? "first" : "last";
  const by: Record<BreachSort, Prisma.BreachRecordOrderByWithRelationInput[]> = {
    // Not yet closed, not yet decided, the oldest awareness: that is the order of the deadlines.
    clock: [{ closedAt: { sort: direction, nulls: turned } }, { authorityDecision: direction }, { awareAt: direction }],
    title: [{ title: direction }], processor: [{ processor: { name: direction } }], aware: [{ awareAt: direction }],
  };
  return [...by[key], { id: "asc" }];
}

/** A part of the controller's breaches in the order asked for, and how many there are. */
export async function listBreaches(tx: Tx, scope: Pick<Scope, "organisationId">, { filter, sort, skip, take, now }: Wish): Promise<{ rows: BreachRow[]; total: number }> {
  const chosen = where(filter, scope.organisationId);
  const total = await tx.breachRecord.count({ where: chosen });
  const found = await tx.breachRecord.findMany({ where: chosen, orderBy: orderBy(sort.key, sort.direction === "ascending" ? "asc" : "desc"), skip, take, include: recordParts });
  const rows = found.map(asOne).map((record): BreachRow => {
    const clocks = clocksOf(record, limitsOf(record), now);
    const { id, title, possibleOnly, highRisk, agreements } = record;
    return {
      id, title, possibleOnly, highRisk, source: record.source as RecordSource, processorName: record.processor.name, agreements: agreements.map(({ agreement }) => ({ id: agreement.id, title: agreement.title })),
      awareAt: record.awareAt.toISOString(), notifiedAt: record.notifiedAt?.toISOString() ?? null, processor: viewClock(clocks.processor, now), authority: viewClock(clocks.authority, now),
      authorityDecision: record.authorityDecision as BreachRow["authorityDecision"], authorityNotifiedAt: record.authorityNotifiedAt?.toISOString() ?? null,
      personsInformedAt: record.personsInformedAt?.toISOString() ?? null, closedAt: record.closedAt?.toISOString() ?? null, renotifiedAt: record.renotifiedAt?.toISOString() ?? null,
    };
  });
  return { rows, total };
}

/** How many breaches wait for what. `over`: the time for telling the authority has run out while nothing is decided. */
export async function countBreaches(tx: Tx, { organisationId }: Pick<Scope, "organisationId">, now: Date): Promise<Record<"open" | "undecided" | "over" | "unassigned", number>> {
  const count = (more: Prisma.BreachRecordWhereInput) => tx.breachRecord.count({ where: { controllerId: organisationId, sameAsId: null, ...more } });
  const began = new Date(now.getTime() - authorityPeriod(now).hours * 3_600_000);
  return {
    open: await count(shown.open), undecided: await count(shown.undecided), over: await count({ ...shown.undecided, OR: [{ awareAt: { lt: began } }, { folded: { some: { awareAt: { lt: began } } } }] }), unassigned: await count(shown.unassigned),
  };
}
