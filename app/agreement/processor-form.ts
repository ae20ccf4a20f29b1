import { z } from "zod";
import { isCvr, normaliseCvr } from "#app/domain/identity/cvr.ts";

const line = (longest: number) => z.string().trim().max(longest, "processor:error.long");
const cvr = z.string().trim().default("").refine((text) => text === "" || normaliseCvr(text) !== null, { message: "processor:error.cvrDigits", abort: true })
  .refine((text) => text === "" || isCvr(text), "processor:error.cvrCheck").transform((text) => normaliseCvr(text));

/** A processor as typed; messages are keys of our texts. Names and phone are trimmed, the e-mail is lower case, an empty CVR number is null. */
export const processorForm = z.object({
  name: z.string({ error: "processor:error.name" }).trim().min(1, "processor:error.name").max(200, "processor:error.long"),
  cvr,
  contactName: line(200).default(""),
  contactEmail: line(254).toLowerCase().default("").refine((text) => text === "" || z.email().safeParse(text).success, "processor:error.email"),
  contactPhone: line(40).default(""),
  managerName: line(200).default(""),
  managerEmail: line(254).toLowerCase().default("").refine((text) => text === "" || z.email().safeParse(text).success, "processor:error.email"),
});

/** The same with what a new one needs: the organisation of the directory to join, "none", or nothing yet. */
export const newProcessorForm = processorForm.extend({ organisation: z.union([z.uuid(), z.literal("none")]).nullish().transform((value) => value ?? null) });

/** The same with the version that was read. */
export const changedProcessorForm = processorForm.extend({ version: z.coerce.number().int().positive() });
