import { copenhagenDate } from "../time/copenhagen-date.ts";
import { AUTHORITY_PERIODS } from "./authority-periods.ts";
import type { AuthorityPeriod } from "./authority-periods.ts";

/** The rule in force on the Danish day the controller became aware; before the first rule, the first one. */
export function authorityPeriod(awareAt: Date, periods: readonly AuthorityPeriod[] = AUTHORITY_PERIODS): AuthorityPeriod {
  const day = copenhagenDate(awareAt);
  const ordered = periods.toSorted((one, other) => (one.from < other.from ? -1 : 1));
  const inForce = ordered.findLast(({ from }) => from <= day) ?? ordered[0];
  if (!inForce) throw new RangeError("there is no period at all");
  return inForce;
}
