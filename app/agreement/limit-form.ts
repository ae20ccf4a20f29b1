import { z } from "zod";
import { LIMIT_SETS } from "#app/domain/limits/clause-sets.ts";
import { limitKind } from "#app/domain/limits/limit-kinds.ts";
import { LIMIT_UNITS, LIMIT_WORDS, RUNS_FROM } from "#app/domain/limits/limit-units.ts";
import type { Limit } from "#app/domain/limits/limit-units.ts";

const isWord = (unit: string) => (LIMIT_WORDS as readonly string[]).includes(unit);
const text = (longest: number) => z.string().trim().max(longest, "limit:error.long").default("");

/** A limit as typed: a whole number with its unit, or words without a number; attempts are counted for a lockout alone. Messages are keys of our texts. */
export const limitForm = z.object({
  kind: z.string({ error: "limit:error.kind" }).refine((id) => limitKind(id) !== null, "limit:error.kind"),
  value: text(6).refine((typed) => typed === "" || (/^\d{1,5}$/.test(typed) && Number(typed) > 0), "limit:error.value"),
  unit: z.enum([...LIMIT_UNITS, ...LIMIT_WORDS], { error: "limit:error.unit" }),
  runsFrom: z.enum(["", ...RUNS_FROM], { error: "limit:error.runsFrom" }).default(""),
  source: text(200).refine((typed) => typed !== "", "limit:error.source"),
  note: text(1000),
})
  .refine(({ value, unit }) => (value === "") === isWord(unit), { path: ["value"], error: ({ input }) => (typeof input === "object" && input !== null && "value" in input && input.value === "" ? "limit:error.valueNeeded" : "limit:error.valueBesideWords") })
  .refine(({ kind, unit }) => isWord(unit) || (unit === "attempts") === (kind === "lockout"), { path: ["unit"], message: "limit:error.unitOfKind" })
  .transform(({ value, ...rest }): Limit & { note: string } => ({ ...rest, value: value === "" ? null : Number(value) }));

/** The set an agreement's limits are filled in from. */
export const fillForm = z.object({ set: z.enum(LIMIT_SETS) });
