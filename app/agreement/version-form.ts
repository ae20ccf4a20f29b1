import { z } from "zod";
import { isIsoDate } from "#app/domain/time/iso-date.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import { signing } from "./agreement-form.ts";

/** A version as typed: `number` is the one it would be, so that two at once do not both become it. It cannot have been signed later than `today`. */
export const versionForm = (today: IsoDate) => z.object({
  ...signing,
  number: z.coerce.number().int().positive(),
  signedOn: z.string().trim().default("").refine((text) => text === "" || isIsoDate(text), { message: "agreement:error.date", abort: true })
    .refine((text) => text <= today, "agreement:error.future").transform((text) => (text === "" ? null : text)),
  changes: z.string({ error: "agreement:error.changes" }).trim().min(1, "agreement:error.changes").max(4000, "agreement:error.long"),
});
