import phrases from "#questionnaires/phrases.v2.json" with { type: "json" };
import { limitKind } from "#app/domain/limits/limit-kinds.ts";
import { LIMIT_UNITS } from "#app/domain/limits/limit-units.ts";
import type { LimitUnit } from "#app/domain/limits/limit-units.ts";
import type { SurveyElement } from "../types.ts";
import { limitsFile } from "./block-files.ts";
import { fill } from "./fill.ts";
import { labelOf, limitLine } from "./limit-words.ts";
import type { KindOfLimit } from "./limit-words.ts";

/** Before the kind of limit in the name of the question on how long it takes in practice. */
export const LIMIT_NUMBER = "limit_";

/** The unit the number is asked for in: the limit's own, but a year is counted in months. Null for words and for what is no length of time. */
export function unitAsked(unit: string): LimitUnit | null {
  return unit === "years" ? "months" : (LIMIT_UNITS.find((one) => one === unit && one !== "attempts") ?? null);
}

/**
 * One question for each agreed limit with a number of hours, days, weeks, months or years: how long it is in practice,
 * so that the answer is a number and not words. It need not be answered; what it hangs on is shown or hidden with `visibleIf`.
 */
export function limitNumbers(agreed: readonly KindOfLimit[], visibleIf: string | undefined): SurveyElement[] {
  return agreed.flatMap(({ kind, rows }): SurveyElement[] => {
    const strictest = rows[0];
    const unit = strictest && strictest.value !== null ? unitAsked(strictest.unit) : null;
    const units = unit === null ? undefined : limitsFile.units[unit]?.plain;
    if (!strictest || !units) return [];
    const title = fill(limitKind(kind)?.stricter === "longer" ? phrases.limitLeast : phrases.limitMost, { label: labelOf(kind), units });
    return [{ type: "text", inputType: "number", name: `${LIMIT_NUMBER}${kind}`, title, description: limitLine(strictest), min: 0, ...(visibleIf ? { visibleIf } : {}) }];
  });
}
