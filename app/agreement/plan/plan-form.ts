import { z } from "zod";
import type { Concept } from "#app/domain/concept/concept.ts";
import { FREQUENCY_FACTORS } from "#app/domain/frequency/suggest-interval.ts";
import { isIsoDate } from "#app/domain/time/iso-date.ts";
import { sameDayIn } from "./year-view.ts";

/** The factors that are said of a plan; FQ-X are events, which are recorded as concerns. */
export const SAID_FACTORS = FREQUENCY_FACTORS.filter((code) => !code.startsWith("FQ-X"));
/** Intervals that are offered, in months. */
export const INTERVALS = [3, 6, 12, 18, 24, 36, 48] as const;

/** Years of the timeline of a plan. */
export const YEARS_AHEAD = 5;

const isDay = (text: string) => isIsoDate(text) && text >= "2000-01-01" && text <= "2100-12-31";
const dayOrNone = z.string().trim().default("").refine((text) => text === "" || isDay(text), "plan:error.date").transform((text) => (text === "" ? null : text));
const day = z.string({ error: "plan:error.date" }).trim().refine(isDay, "plan:error.date");
const months = z.string({ error: "plan:error.interval" }).regex(/^([1-9]\d?|1[01]\d|120)$/, "plan:error.interval").transform(Number);
const reason = z.string().trim().max(4000, "plan:error.long").default("");
const version = z.coerce.number().int().min(0);

/** A line as typed. "none": only when something happens. No questionnaire is the portal's own questions; where there is no such field it stays. */
export const lineForm = z.object({
  lineId: z.uuid(), version, intervalMonths: z.union([z.literal("none").transform(() => null), months], { error: "plan:error.interval" }).default(null), nextDueOn: dayOrNone, reason,
  ownQuestionnaireId: z.union([z.literal("").transform(() => null), z.uuid()], { error: "plan:error.no-questionnaire" }).optional(),
});
/** A supplement as typed. */
export const supplementForm = z.object({
  concept: z.string({ error: "plan:error.concept" }).regex(/^[2-6]$/, "plan:error.concept").transform((text) => Number(text) as Exclude<Concept, 1>), intervalMonths: months, nextDueOn: day, reason,
});
export const removeForm = z.object({ lineId: z.uuid(), version, reason });
/** A move as typed: to a day, or to the same day of a month. */
export const moveForm = z.object({
  lineId: z.uuid(), version, to: dayOrNone, month: z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, "plan:error.date").optional(), dueOn: day, reason, back: z.string().optional().transform((text) => text === "yes"),
}).transform(({ to, month, dueOn, ...rest }) => ({ ...rest, from: dueOn, to: to ?? (month === undefined ? dueOn : sameDayIn(month, dueOn)) }));

/** The fixed day of the yearly review as typed; no month is no day. */
export const reviewDayForm = z.object({ month: z.string().regex(/^((0[1-9]|1[0-2])?)$/, "plan:error.reviewDay").default(""), day: z.string().trim().regex(/^(\d{1,2})?$/, "plan:error.reviewDay").default("") })
  .refine(({ month, day: number }) => month === "" || isIsoDate(`2024-${month}-${number.padStart(2, "0")}`), { path: ["day"], message: "plan:error.reviewDay" })
  .transform(({ month, day: number }) => (month === "" ? "" : `${month}-${number.padStart(2, "0")}`));
/** A review as recorded, not later than today. */
export const reviewForm = (today: string) => z.object({ doneOn: day.refine((text) => text <= today, "plan:error.future"), note: z.string().trim().min(1, "plan:error.reviewNote").max(4000, "plan:error.long") });

/** The factors as ticked, each with what was noted. */
export const factorsForm = z.object({ version, factors: z.array(z.string()) }).loose().transform(({ version: seen, factors, ...rest }) => ({
  version: seen,
  factors: SAID_FACTORS.filter((code) => factors.includes(code)).map((code) => {
    const note = (rest as Record<string, unknown>)[`note-${code}`];
    return { code, note: typeof note === "string" ? note.trim().slice(0, 1000) : "" };
  }),
}));
