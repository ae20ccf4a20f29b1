import { z } from "zod";

/** What of the agreement a request asks about, as it stood when it was sent: Request.agreementSnapshot. Never private matters of the controller. */
export const agreementSnapshot = z.object({
  title: z.string(),
  reference: z.string().default(""),
  purpose: z.string().default(""),
  agreementVersion: z.number().int(),
  signedOn: z.string().nullable().default(null),
  specialRequirements: z.array(z.object({ id: z.string(), textDa: z.string(), textEn: z.string().default(""), critical: z.boolean(), evidenceAsked: z.boolean() })),
  approvedSubprocessors: z.array(z.string()).default([]),
  transfersOutsideEu: z.boolean().default(false),
  /** Where the processor's answers are told of: the controller's person who sent the request. */
  contact: z.object({ name: z.string(), email: z.string() }),
});

export type AgreementSnapshot = z.infer<typeof agreementSnapshot>;
