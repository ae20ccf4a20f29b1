import { columnOf, dayOrNull } from "#app/agreement/calendar-day.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Concept } from "#app/domain/concept/concept.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import type { Language } from "#app/text/language.ts";
import { storedFilter } from "./round-filter.ts";
import type { RoundFilter } from "./round-filter.ts";

export const ROUND_STATES = ["draft", "sending", "sent", "cancelled"] as const;
export type RoundState = (typeof ROUND_STATES)[number];
/** What has become of a round's agreements; `left` were left out by the controller. */
export type RoundCounts = { waiting: number; sent: number; refused: number; left: number };
export type RoundView = {
  id: string; title: string; state: RoundState; filter: RoundFilter; dueOn: IsoDate | null; language: Language; message: string; version: number;
  createdByName: string; createdAt: Date; startedByName: string; startedAt: Date | null; finishedAt: Date | null;
  /** Why the portal itself stopped it; empty where it did not. */
  stoppedFor: string;
};

const shape = {
  id: true, title: true, state: true, filter: true, dueOn: true, language: true, message: true, version: true, createdByName: true, createdAt: true, startedById: true, startedByName: true,
  startedAt: true, finishedAt: true, stoppedFor: true,
} as const;

/** The rounds of one controller. */
export function rounds(tx: Tx, { organisationId: controllerId }: Pick<Scope, "organisationId">) {
  return {
    async find(id: string): Promise<(RoundView & { startedById: string | null }) | null> {
      const found = await tx.round.findUnique({ where: { id, controllerId }, select: shape });
      return found && present(found);
    },
    /** A part of the rounds, newest first, each with what has become of its agreements. */
    async list({ skip, take }: { skip: number; take: number }): Promise<{ rows: (RoundView & { counts: RoundCounts; concepts: Concept[] })[]; total: number }> {
      const found = await tx.round.findMany({ where: { controllerId }, select: shape, orderBy: [{ createdAt: "desc" }, { id: "asc" }], skip, take });
      const counted = await tx.roundItem.groupBy({ by: ["roundId", "state", "included", "concept", "supplements"], where: { controllerId, roundId: { in: found.map(({ id }) => id) } }, _count: { _all: true } });
      const rows = found.map((one) => {
        const mine = counted.filter(({ roundId }) => roundId === one.id);
        return { ...present(one), counts: countsOf(mine), concepts: conceptsOf(mine) };
      });
      return { rows, total: await tx.round.count({ where: { controllerId } }) };
    },
    async counts(roundId: string): Promise<RoundCounts> {
      const counted = await tx.roundItem.groupBy({ by: ["state", "included"], where: { controllerId, roundId }, _count: { _all: true } });
      return countsOf(counted);
    },
    /** Changes a round in draft of the version that was read; false when somebody was there before. */
    async change(id: string, version: number, { dueOn, ...fields }: Partial<{ title: string; dueOn: IsoDate; language: Language; message: string }>): Promise<boolean> {
      const { count } = await tx.round.updateMany({
        where: { id, controllerId, state: "draft", version }, data: { ...fields, ...(dueOn === undefined ? {} : { dueOn: columnOf(dueOn) }), version: { increment: 1 } },
      });
      return count === 1;
    },
    /** Says that what a round in draft would send is another now. */
    async touch(id: string): Promise<void> {
      await tx.round.updateMany({ where: { id, controllerId, state: "draft" }, data: { version: { increment: 1 } } });
    },
    /** Moves a round on, if it still stands in one of these states. */
    async move(id: string, from: RoundState[], to: RoundState, data: { startedAt?: Date; startedById?: string; startedByName?: string; finishedAt?: Date; stoppedFor?: "sender-gone" }): Promise<boolean> {
      const { count } = await tx.round.updateMany({ where: { id, controllerId, state: { in: from } }, data: { state: to, ...data, version: { increment: 1 } } });
      return count === 1;
    },
  };
}

/** What the agreements that are in it are asked about, those asked along included. */
function conceptsOf(rows: readonly { included: boolean; concept: number; supplements: number[] }[]): Concept[] {
  return [...new Set(rows.filter(({ included }) => included).flatMap(({ concept, supplements }) => [concept, ...supplements] as Concept[]))].sort();
}

type Counted = { state: string; included: boolean; _count: { _all: number } };

function countsOf(rows: readonly Counted[]): RoundCounts {
  const sum = (holds: (row: Counted) => boolean) => rows.filter(holds).reduce((all, { _count }) => all + _count._all, 0);
  return {
    waiting: sum(({ state, included }) => state === "waiting" && included), sent: sum(({ state }) => state === "sent"),
    refused: sum(({ state }) => state === "refused"), left: sum(({ state, included }) => state === "waiting" && !included),
  };
}

function present<Row extends { state: string; filter: unknown; dueOn: Date | null; language: string }>({ state, filter, dueOn, language, ...row }: Row) {
  return { ...row, state: ROUND_STATES.find((one) => one === state) ?? "draft", filter: storedFilter(filter), dueOn: dayOrNull(dueOn), language: language === "en" ? "en" as const : "da" as const };
}
