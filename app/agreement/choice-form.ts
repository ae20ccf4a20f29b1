import { z } from "zod";
import type { Concept } from "#app/domain/concept/concept.ts";
import { isIsoDate } from "#app/domain/time/iso-date.ts";

const day = z.string().trim().default("").refine((text) => text === "" || (isIsoDate(text) && text <= "2100-12-31"), "agreement:error.date").transform((text) => (text === "" ? null : text));
const words = z.string().max(4000, "agreement:error.long").default("");

/** A choice of concept as typed; an empty day means only on events. Messages are keys of our texts. */
export const choiceForm = z.object({
  concept: z.string({ error: "agreement:error.concept" }).regex(/^[1-6]$/, "agreement:error.concept").transform((text) => Number(text) as Concept),
  reason: words,
  trustworthy: z.string().optional().transform((tick) => tick === "on"),
  nextDueOn: day,
  scoreId: z.uuid(),
});

/** A DPO's decision on a choice below the band. */
export const decisionForm = z.object({
  choiceId: z.uuid(),
  decision: z.enum(["approve", "reject"], { error: "agreement:error.decision" }),
  note: words,
  nextDueOn: day,
});
