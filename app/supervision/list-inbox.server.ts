import { dayOrNull } from "#app/agreement/calendar-day.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { SupervisionState } from "#app/domain/lifecycle/supervision-state.ts";
import type { Concept } from "#app/questionnaire/types.ts";
import type { Outcome } from "#app/domain/scoring/propose-conclusion.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import type { Scope } from "#app/tenancy/scope.ts";

/** A request as a line of the processor's inbox. */
export type InboxRow = {
  id: string; title: string; controllerName: string; concept: Concept; supplements: number[]; state: SupervisionState; dueOn: IsoDate | null; sentAt: string | null; submittedAt: string | null;
  answered: number; total: number | null; returned: number;
  /** How long it takes to answer; null for what is done. */
  minutes: number | null; outcome: Outcome | null; openClarifications: number;
};

const waiting: SupervisionState[] = ["sent", "answering", "returned"];
const select = {
  id: true, title: true, controllerName: true, concept: true, supplements: true, state: true, dueOn: true, sentAt: true, submittedAt: true,
  response: { select: { answered: true, total: true } }, conclusion: { select: { outcome: true } }, returned: { select: { returnedAt: true } },
  _count: { select: { clarifications: { where: { closedAt: null } } } },
} satisfies Prisma.SupervisionSelect;

/** Most requests that wait and are shown at once. */
const MOST_WAITING = 200;

/** The processor's inbox over all its controllers: all that waits, the longest overdue first, and a page of what is done. `query` looks in titles and controllers. */
export async function listInbox(tx: Tx, scope: Pick<Scope, "organisationId">, { query, skip, take }: { query: string; skip: number; take: number }): Promise<{ waiting: InboxRow[]; done: InboxRow[]; doneTotal: number }> {
  const contains = { contains: query, mode: "insensitive" } as const;
  const mine = { processorId: scope.organisationId, ...(query === "" ? {} : { OR: [{ title: contains }, { controllerName: contains }] }) };
  const done = { ...mine, state: { notIn: waiting } };
  const rows = await tx.supervision.findMany({ where: { ...mine, state: { in: waiting } }, orderBy: [{ dueOn: { sort: "asc", nulls: "last" } }, { sentAt: "asc" }, { id: "asc" }], take: MOST_WAITING, select });
  const minutes = await listMinutes(tx, rows.map(({ id }) => id));
  const doneTotal = await tx.supervision.count({ where: done });
  const doneRows = await tx.supervision.findMany({ where: done, orderBy: [{ submittedAt: { sort: "desc", nulls: "last" } }, { sentAt: "desc" }, { id: "asc" }], skip, take, select });
  return { waiting: rows.map((row) => present(row, minutes.get(row.id) ?? null)), done: doneRows.map((row) => present(row, null)), doneTotal };
}

async function listMinutes(tx: Tx, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ id: string; minutes: number }[]>`select supervision_id as id, (questionnaire->>'minutes')::int as minutes from request where supervision_id = any(${[...ids]}::uuid[])`;
  return new Map(rows.map(({ id, minutes }) => [id, minutes]));
}

function present(row: Prisma.SupervisionGetPayload<{ select: typeof select }>, minutes: number | null): InboxRow {
  const { response, conclusion, returned, _count, concept, dueOn, sentAt, submittedAt, state, ...rest } = row;
  const last = Math.max(0, ...returned.map(({ returnedAt }) => returnedAt.getTime()));
  return {
    ...rest, minutes, state: state as SupervisionState, concept: concept as Concept, dueOn: dayOrNull(dueOn), sentAt: sentAt?.toISOString() ?? null, submittedAt: submittedAt?.toISOString() ?? null,
    answered: response?.answered ?? 0, total: response?.total ?? null, returned: state === "returned" ? returned.filter(({ returnedAt }) => returnedAt.getTime() === last).length : 0,
    outcome: (conclusion?.outcome as Outcome | undefined) ?? null, openClarifications: _count.clarifications,
  };
}
