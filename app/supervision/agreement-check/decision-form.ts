import { z } from "zod";
import { VERDICTS } from "#app/domain/agreement-check/verdicts.ts";

/** A verdict on one item as typed. */
export const decisionForm = z.object({
  item: z.string().min(1).max(120),
  verdict: z.enum(VERDICTS),
  reason: z.string().max(2_000).default(""),
  clause: z.string().max(200).default(""),
  version: z.coerce.number().int().min(0).max(1_000_000),
});
