import { columnOf, dayOrNull } from "#app/agreement/calendar-day.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Concept } from "#app/domain/concept/concept.ts";
import { isOverdue, SUPERVISION_STATES } from "#app/domain/lifecycle/supervision-state.ts";
import type { SupervisionState } from "#app/domain/lifecycle/supervision-state.ts";
import type { Outcome } from "#app/domain/scoring/propose-conclusion.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { OPEN_STATES } from "./supervision-filter.ts";
import type { SortKey, SupervisionFilter } from "./supervision-filter.ts";

/** A supervision as a line of the controller's list. */
export type SupervisionRow = {
  id: string; title: string; processorName: string; concept: Concept; state: SupervisionState; points: number | null;
  dueOn: IsoDate | null; sentAt: string | null; overdue: boolean; answered: number | null; total: number | null; outcome: Outcome | null;
};
type Wish = { filter: SupervisionFilter; sort: { key: SortKey; direction: "ascending" | "descending" }; skip: number; take: number; today: IsoDate };

const waiting: SupervisionState[] = ["sent", "answering", "returned"];

function where({ show, concept, query }: SupervisionFilter, controllerId: string, today: IsoDate): Prisma.SupervisionWhereInput {
  const contains = { contains: query, mode: "insensitive" } as const;
  const state = show === "all" ? {} : show === "open" ? { state: { in: OPEN_STATES } } : show === "overdue" ? { state: { in: waiting }, dueOn: { lt: columnOf(today) ?? undefined } } : { state: show };
  return { controllerId, ...state, ...(concept === null ? {} : { concept }), ...(query === "" ? {} : { OR: [{ title: contains }, { processorName: contains }] }) };
}

function orderBy(key: SortKey, direction: "asc" | "desc"): Prisma.SupervisionOrderByWithRelationInput[] {
  const nulls = "last" as const;
  const by = {
    title: { title: direction }, processor: { processorName: direction }, state: { state: direction },
    due: { dueOn: { sort: direction, nulls } }, sent: { sentAt: { sort: direction, nulls } },
  } satisfies Record<SortKey, Prisma.SupervisionOrderByWithRelationInput>;
  return [by[key], { createdAt: "desc" }, { id: "asc" }];
}

/** A part of the controller's supervisions in the order asked for, and how many there are. */
export async function listSupervisions(tx: Tx, scope: Pick<Scope, "organisationId">, { filter, sort, skip, take, today }: Wish): Promise<{ rows: SupervisionRow[]; total: number }> {
  const chosen = where(filter, scope.organisationId, today);
  const total = await tx.supervision.count({ where: chosen });
  const found = await tx.supervision.findMany({
    where: chosen, orderBy: orderBy(sort.key, sort.direction === "ascending" ? "asc" : "desc"), skip, take,
    select: {
      id: true, title: true, processorName: true, concept: true, state: true, dueOn: true, sentAt: true,
      caseFile: { select: { points: true } }, response: { select: { answered: true, total: true } }, conclusion: { select: { outcome: true } },
    },
  });
  const rows = found.map(({ caseFile, response, conclusion, concept, dueOn, sentAt, ...row }): SupervisionRow => {
    const state = SUPERVISION_STATES.find((one) => one === row.state) ?? "draft";
    const due = dayOrNull(dueOn);
    return {
      ...row, state, concept: concept as Concept, points: caseFile?.points ?? null, dueOn: due, sentAt: sentAt?.toISOString() ?? null,
      overdue: isOverdue(state, due, today), answered: response?.answered ?? null, total: response?.total ?? null, outcome: (conclusion?.outcome as Outcome | undefined) ?? null,
    };
  });
  return { rows, total };
}
