import type { Tx } from "#app/db/client.server.ts";
import { isIsoDate } from "#app/domain/time/iso-date.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { mayWrite } from "../may.ts";
import type { DueFilter } from "./due-filter.ts";
import { countLeftOver, listOwners, loadYear } from "./load-year.server.ts";
import { planLines } from "./plan-lines.server.ts";
import { reviews } from "./reviews.server.ts";

/** Supervisions of a month that are shown at once. */
export const SHOWN_IN_MONTH = 6;
/** A move that was just made, by what its page was told: the line, the version it has since, and the day it had. */
export type MoveMade = { lineId: string; version: number; from: IsoDate };

export type LoadedWheel = Awaited<ReturnType<typeof loadWheel>>;

/** The annual wheel: the year month by month, what is left from before, the yearly review, and the last move to take back. */
export async function loadWheel(tx: Tx, scope: Scope, { year, today, filter, made }: { year: number; today: IsoDate; filter: DueFilter; made: MoveMade | null }) {
  const months = await loadYear(tx, { year, today, filter, most: SHOWN_IN_MONTH });
  const register = reviews(tx, scope);
  const [day, done] = [await register.day(), await register.list()];
  const on = day === "" ? null : isIsoDate(`${year}-${day}`) ? `${year}-${day}` : `${year}-${day.slice(0, 2)}-28`;
  return {
    year, today, months, leftOver: await countLeftOver(tx, { year, today, filter }), owners: await listOwners(tx), may: mayWrite(scope), most: SHOWN_IN_MONTH,
    review: { day, on, done: done.find((one) => one.year === year) ?? null, earlier: done.filter((one) => one.year !== year).slice(0, 5), ...(await register.toReview()) },
    made: made && (await takeBack(tx, scope, made)),
  };
}

/** What a move can be taken back to; null when the line has been changed since. */
async function takeBack(tx: Tx, scope: Scope, { lineId, version, from }: MoveMade) {
  const line = await planLines(tx, scope).find(lineId);
  if (!line || line.version !== version || line.nextDueOn === null) return null;
  const { title } = await tx.agreement.findUniqueOrThrow({ where: { id: line.agreementId }, select: { title: true } });
  return { lineId, version, from, to: line.nextDueOn, title };
}
