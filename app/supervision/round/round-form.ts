import { z } from "zod";
import { isIsoDate } from "#app/domain/time/iso-date.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import { isDueDate } from "../due-date.ts";
import { unknownBlanks } from "./round-message.ts";

/** Room for what the blanks are filled with: a request's message may be 10.000 long. */
export const LONGEST_TEMPLATE = 6_000;

/** The fields of a round in draft, with keys of our texts (round:error.*) as messages. */
export const roundForm = z.object({
  title: z.string().trim().min(1, "no-title").max(150, "too-long"),
  dueOn: z.string().refine(isIsoDate, "no-date"),
  language: z.enum(["da", "en"]),
  message: z.string().transform((text) => text.replaceAll("\r\n", "\n").trim()).pipe(z.string().min(1, "no-message").max(LONGEST_TEMPLATE, "too-long").refine((text) => unknownBlanks(text).length === 0, "unknown-blank")),
});
export type RoundFields = z.infer<typeof roundForm>;
export type RoundErrors = Partial<Record<keyof RoundFields, string>>;

/** Reads the form; every field that cannot be used is named with a code. The due date must lie after today and within a year. */
export function readRoundForm(form: FormData, today: IsoDate): { ok: true; fields: RoundFields } | { ok: false; errors: RoundErrors } {
  const parsed = roundForm.safeParse(Object.fromEntries([...form].filter(([, value]) => typeof value === "string")));
  const errors: RoundErrors = {};
  if (!parsed.success) for (const { path, message } of parsed.error.issues) errors[path[0] as keyof RoundFields] ??= /^[a-z-]+$/.test(message) ? message : "no-title";
  else if (!isDueDate(parsed.data.dueOn, today)) errors.dueOn = "due-date";
  return parsed.success && Object.keys(errors).length === 0 ? { ok: true, fields: parsed.data } : { ok: false, errors };
}
