import { finding, type RaisedFinding } from "../../findings/raised-finding.ts";
import { addDays, addMonths, compareDates, daysBetween } from "../../time/iso-date.ts";
import type { StatementFacts } from "../statement-facts.ts";

type Values = RaisedFinding["values"];

/** The period of a type 2 statement, both days included, or the one day of a type 1; null when not stated. */
function covered({ statement: { type, asAtDate, periodFrom, periodTo } }: StatementFacts): { from: string; to: string } | null {
  if (type === 1) return asAtDate === null ? null : { from: asAtDate, to: asAtDate };
  return periodFrom === null || periodTo === null ? null : { from: periodFrom, to: periodTo };
}

/**
 * GAP-10, one finding per aspect: "short" = type 2 under 6 months; "gap" = days uncovered since the previous period; "old" = ended
 * more than 12 months ago; "not-stated" (ISO certificates have no such period). Ask for a bridge letter. ISAE 3000; STIL (6 months).
 */
export function gap10(facts: StatementFacts): RaisedFinding[] {
  const { statement, previousPeriodEnd, today } = facts;
  const raise = (values: Values) => finding({ rule: "GAP-10", severity: "minor", source: "ISAE 3000", values });
  const period = covered(facts);
  if (period === null) return statement.standard.startsWith("iso-") ? [] : [raise({ aspect: "not-stated" })];
  const { from, to } = period;
  const found: Values[] = [];
  if (statement.type !== 1 && compareDates(addDays(to, 1), addMonths(from, 6)) < 0) found.push({ aspect: "short", from, to });
  if (statement.type !== 1 && previousPeriodEnd !== null && daysBetween(previousPeriodEnd, from) > 1) {
    found.push({ aspect: "gap", previousEnd: previousPeriodEnd, from, days: daysBetween(previousPeriodEnd, from) - 1 });
  }
  if (compareDates(today, addMonths(to, 12)) > 0) found.push({ aspect: "old", to });
  return found.map(raise);
}

/** GAP-12: received later than so many days after it was obtained, where the agreement sets such a limit. Agreement annex C.5.2. */
export function gap12({ obtainedOn, receivedOn, sendWithinDays }: StatementFacts): RaisedFinding[] {
  if (obtainedOn === null || receivedOn === null || sendWithinDays === null) return [];
  const days = daysBetween(obtainedOn, receivedOn);
  if (days <= sendWithinDays) return [];
  return [finding({ rule: "GAP-12", severity: "minor", source: "C.5.2", values: { days, limit: sendWithinDays } })];
}
