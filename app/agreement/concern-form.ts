import { z } from "zod";
import { isIsoDate } from "#app/domain/time/iso-date.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";

/** Where a sign of trouble came from (Datatilsynet 2021, ch. 4: press, supervision reports, own experience of breaches). */
export const CONCERN_SOURCES = ["press", "supervision-report", "breach", "own-experience", "other"] as const;
export type ConcernSource = (typeof CONCERN_SOURCES)[number];
export type ConcernFields = { source: ConcernSource; body: string; noticedOn: IsoDate };

/** A concern as typed; it cannot have been noticed later than `today`. Messages are keys of our texts. */
export const concernForm = (today: IsoDate) => z.object({
  source: z.enum(CONCERN_SOURCES, { error: "agreement:error.concernSource" }),
  body: z.string({ error: "agreement:error.concernBody" }).trim().min(1, "agreement:error.concernBody").max(8000, "agreement:error.long"),
  noticedOn: z.string({ error: "agreement:error.date" }).refine(isIsoDate, { message: "agreement:error.date", abort: true }).refine((day) => day <= today, "agreement:error.future"),
});
