import { BANDS } from "#app/domain/concept/concept.ts";
import { LINE_KINDS } from "#app/domain/frequency/plan-line.ts";
import { isRowId } from "#app/domain/identity/row-id.ts";
import { isIsoDate } from "#app/domain/time/iso-date.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import { DUE_STATES } from "./due-filter.ts";
import type { DueFilter } from "./due-filter.ts";

/** The filter in the URL of a page of the plan; what is not understood does not narrow. */
export function readDueFilter(url: URL): DueFilter {
  const asked = (name: string) => (url.searchParams.get(name) ?? "").trim().slice(0, 200);
  const band = BANDS.find(({ id }) => id === asked("points"));
  const [concept, owner, processorId, state] = [asked("concept"), asked("owner"), asked("processor"), DUE_STATES.find((one) => one === asked("state"))];
  const kind = LINE_KINDS.find((one) => one === asked("kind"));
  return {
    ...(asked("q") === "" ? {} : { search: asked("q").slice(0, 100) }),
    ...(isRowId(processorId) ? { processorId } : {}),
    ...(/^[1-6]$/.test(concept) ? { concept: Number(concept) } : {}),
    ...(band ? { points: { from: band.from, to: band.to } } : asked("points") === "none" ? { points: "none" as const } : {}),
    ...(state ? { state } : {}),
    ...(kind ? { kind } : {}),
    ...(owner === "" ? {} : { owner }),
  };
}

/** A year of the plan in the URL, else the one given; a plan is looked at a century at most. */
export function readYear(url: URL, otherwise: number): number {
  const asked = url.searchParams.get("year") ?? "";
  return /^20\d\d$/.test(asked) ? Number(asked) : otherwise;
}

/** A day in the URL, else the one given. */
export function readDay(url: URL, name: string, otherwise: IsoDate): IsoDate {
  const asked = url.searchParams.get(name) ?? "";
  return isIsoDate(asked) && asked <= "2100-12-31" ? asked : otherwise;
}
