import { z } from "zod";

const requirement = z.object({
  id: z.string(), textDa: z.string(), textEn: z.string().default(""), critical: z.boolean(), evidenceAsked: z.boolean(),
  category: z.string().default("other"), evidenceText: z.string().default(""), source: z.string().default(""), objectives: z.array(z.string()).default([]),
});
const limit = z.object({ kind: z.string(), value: z.number().nullable(), unit: z.string(), runsFrom: z.string(), source: z.string() });
const subprocessor = z.object({
  id: z.string(), parentId: z.string().nullable(), name: z.string(), cvr: z.string(), address: z.string(), country: z.string(), processing: z.string(), transferGround: z.string(),
  contactName: z.string(), contactEmail: z.string(), status: z.enum(["approved", "assumed", "refused"]), approvedOn: z.string().nullable(),
});
const procedure = z.object({ kind: z.string(), everyMonths: z.number().nullable(), payer: z.string(), source: z.string() });

/** What of the agreement a request asks about, as it stood when it was sent: Request.agreementSnapshot. Never private matters of the controller. */
export const agreementSnapshot = z.object({
  title: z.string(),
  reference: z.string().default(""),
  purpose: z.string().default(""),
  agreementVersion: z.number().int(),
  signedOn: z.string().nullable().default(null),
  specialRequirements: z.array(requirement),
  /** Names of the approved sub-processors. */
  approvedSubprocessors: z.array(z.string()).default([]),
  subprocessors: z.array(subprocessor).default([]),
  /** The limits agreed; the strictest of a kind: domain/limits. */
  limits: z.array(limit).default([]),
  locations: z.array(z.object({ place: z.string(), country: z.string() })).default([]),
  procedures: z.array(procedure).default([]),
  /** "" | specific | general */
  approvalKind: z.string().default(""),
  agreedConcept: z.number().int().nullable().default(null),
  dataSubjectFacing: z.boolean().default(false),
  transfersOutsideEu: z.boolean().default(false),
  /** Where the processor's answers are told of: the controller's person who sent the request. */
  contact: z.object({ name: z.string(), email: z.string() }),
}).transform((snapshot) => ({ ...snapshot, approvedSubprocessors: snapshot.approvedSubprocessors.filter((name) => isApproved(name, snapshot.subprocessors)) }));

/** Older requests keep those assumed to be in use among the names of the approved; where the rows are kept, they say which is which. */
function isApproved(name: string, rows: readonly z.infer<typeof subprocessor>[]): boolean {
  const own = rows.filter((row) => row.name === name);
  return own.length === 0 || own.some(({ status }) => status === "approved");
}

export type AgreementSnapshot = z.infer<typeof agreementSnapshot>;
