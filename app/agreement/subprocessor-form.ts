import { z } from "zod";
import { COUNTRIES } from "#app/domain/identity/countries.ts";
import { isIsoDate } from "#app/domain/time/iso-date.ts";
import { SUBPROCESSOR_STATUSES, TRANSFER_GROUNDS } from "./agreement-fields.ts";
import type { Subprocessor } from "./agreement-fields.ts";

const line = (longest: number) => z.string().trim().max(longest, "agreement:error.long").default("");

/** A sub-processor as typed: nothing but its name is required. Messages are keys of our texts. */
export const subprocessorForm = z.object({
  name: z.string({ error: "agreement:error.subprocessor" }).trim().min(1, "agreement:error.subprocessor").max(200, "agreement:error.long"),
  parentId: z.union([z.literal(""), z.uuid()]).default("").transform((id) => (id === "" ? null : id)),
  processing: line(2000),
  cvr: line(40),
  address: line(400),
  country: z.enum(["", ...COUNTRIES]).default(""),
  transferGround: z.enum(["", ...TRANSFER_GROUNDS]).default(""),
  contactName: line(200),
  contactEmail: line(254).refine((text) => text === "" || z.email().safeParse(text).success, "agreement:error.email"),
  status: z.enum(SUBPROCESSOR_STATUSES).default("approved"),
  approvedOn: z.string().trim().default("").refine((text) => text === "" || isIsoDate(text), "agreement:error.date").transform((text) => (text === "" ? null : text)),
}) satisfies z.ZodType<Omit<Subprocessor, "id">>;
