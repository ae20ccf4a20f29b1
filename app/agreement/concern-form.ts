import { z } from "zod";
import { isIsoDate } from "#app/domain/time/iso-date.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";

/** Where a sign of trouble came from (Datatilsynet 2021, ch. 4: press, supervision reports, own experience of breaches). */
export const CONCERN_SOURCES = ["press", "supervision-report", "breach", "own-experience", "other"] as const;
export type ConcernSource = (typeof CONCERN_SOURCES)[number];

/** Something is wrong (004:306), or an event that calls for one extra supervision: new owners, a merger, a new strategy (FQ-X1, 004:557), or other ways of working (FQ-X2, 004:558). */
export const CONCERN_KINDS = ["wrong", "FQ-X1", "FQ-X2"] as const;
export type ConcernKind = (typeof CONCERN_KINDS)[number];
/** Days until an extra supervision, unless people say otherwise: ours, the guide names none. */
export const EXTRA_DAYS = 30;
/** `extraOn`: when the extra supervision is due; null for none. */
export type ConcernFields = { source: ConcernSource; body: string; noticedOn: IsoDate; kind?: ConcernKind; extraOn?: IsoDate | null };

/** A concern as typed; it cannot have been noticed later than `today`. Messages are keys of our texts. */
export const concernForm = (today: IsoDate) => z.object({
  kind: z.enum(CONCERN_KINDS, { error: "agreement:error.concernKind" }),
  extraOn: z.string().trim().default("").refine((day) => day === "" || (isIsoDate(day) && day <= "2100-12-31"), { message: "agreement:error.date", abort: true })
    .refine((day) => day === "" || day >= today, "agreement:error.past").transform((day) => (day === "" ? null : day)),
  source: z.enum(CONCERN_SOURCES, { error: "agreement:error.concernSource" }),
  body: z.string({ error: "agreement:error.concernBody" }).trim().min(1, "agreement:error.concernBody").max(8000, "agreement:error.long"),
  noticedOn: z.string({ error: "agreement:error.date" }).refine(isIsoDate, { message: "agreement:error.date", abort: true }).refine((day) => day <= today, "agreement:error.future"),
});
