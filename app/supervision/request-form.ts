import { z } from "zod";
import { isIsoDate } from "#app/domain/time/iso-date.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import { isMailAddress } from "#app/mail/one-line.ts";
import { isDueDate } from "./due-date.ts";

/** The fields of a request still in draft, with keys of our texts (area supervision, errors.*) as messages. */
export const requestForm = z.object({
  recipientName: z.string().trim().max(100, "too-long").default(""),
  recipientEmail: z.string().trim().toLowerCase().max(254, "too-long").refine((address) => z.email().safeParse(address).success && isMailAddress(address), "no-email"),
  message: z.string().trim().min(1, "no-message").max(10_000, "too-long").transform((text) => text.replaceAll("\r\n", "\n")),
  dueOn: z.string().refine(isIsoDate, "no-date"),
  language: z.enum(["da", "en"]),
});
export type RequestFields = z.infer<typeof requestForm>;
export type RequestErrors = Partial<Record<keyof RequestFields, "too-long" | "no-email" | "no-message" | "no-date" | "due-date">>;

/** Reads the form; every field that cannot be used is named. The due date must lie after today and within a year. */
export function readRequestForm(form: FormData, today: IsoDate): { ok: true; fields: RequestFields } | { ok: false; errors: RequestErrors } {
  const parsed = requestForm.safeParse(Object.fromEntries([...form].filter(([, value]) => typeof value === "string")));
  const errors: RequestErrors = {};
  if (!parsed.success) for (const { path, message } of parsed.error.issues) errors[path[0] as keyof RequestFields] ??= known(message);
  else if (!isDueDate(parsed.data.dueOn, today)) errors.dueOn = "due-date";
  return parsed.success && Object.keys(errors).length === 0 ? { ok: true, fields: parsed.data } : { ok: false, errors };
}

function known(message: string): NonNullable<RequestErrors[keyof RequestErrors]> {
  return message === "too-long" || message === "no-email" || message === "no-date" ? message : "no-message";
}
