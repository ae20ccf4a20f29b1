import { z } from "zod";
import { isCvr, normaliseCvr } from "#app/domain/identity/cvr.ts";

const organisationName = z.string({ error: "organisation:error.name" }).trim().min(1, "organisation:error.name").max(200, "organisation:error.long");
const cvr = z.string({ error: "organisation:error.cvr" }).trim()
  .refine((text) => normaliseCvr(text) !== null, { message: "organisation:error.cvr", abort: true })
  .refine((text) => isCvr(text), "organisation:error.cvrCheck")
  .transform((text) => normaliseCvr(text) ?? text);
const sides = z.array(z.enum(["controller", "processor"])).min(1, "organisation:error.no-side");

/** A new organisation, named apart from its person; the CVR number comes out as eight digits. */
export const newOrganisationForm = z.object({ organisation: organisationName, cvr });

/** The first organisation: with its sides. */
export const firstOrganisationForm = newOrganisationForm.extend({ sides });

const threshold = z.string({ error: "organisation:error.threshold" }).trim().regex(/^\d{1,3}$/, "organisation:error.threshold")
  .transform(Number).refine((score) => score >= 1 && score <= 100, "organisation:error.threshold");

const days = z.string({ error: "organisation:error.days" }).trim().regex(/^\d{1,3}$/, "organisation:error.days").transform(Number).refine((count) => count >= 1 && count <= 365, "organisation:error.days").optional();

/** The settings page, with the version that was read. The threshold and the days of the escalation ladder are asked of controllers only. */
export const settingsForm = z.object({
  organisation: organisationName, sides, threshold: threshold.optional(), refuseTypeOne: z.literal("yes").optional(), reminderDays: days, managerDays: days, stepUpDays: days, version: z.coerce.number().int().positive(),
}).superRefine(({ reminderDays = 0, managerDays, stepUpDays }, { addIssue }) => {
  if (managerDays !== undefined && managerDays <= reminderDays) addIssue({ code: "custom", path: ["managerDays"], message: "organisation:error.rising" });
  if (managerDays !== undefined && stepUpDays !== undefined && stepUpDays <= managerDays) addIssue({ code: "custom", path: ["stepUpDays"], message: "organisation:error.rising" });
});
