import { z } from "zod";
import { count, knownMoment, long, moment, tick, title } from "./own-breach-form.ts";

/** Where a controller that was not notified learned of a breach. */
export const LEARNED_FROM = ["press", "own-experience", "other"] as const;

const facts = { title, nature: long, categories: long, personCount: count, recordCount: count, consequences: long, measures: long, possibleOnly: tick };

/** The agreements a breach falls under; none ticked = none known. */
const agreementIds = z.array(z.uuid()).max(200).default([]);

/** A breach the controller learned of otherwise. No `agreementIds`: not known yet; times are instants. */
export const newRecordForm = (now: Date) => z.object({
  ...facts, registerId: z.uuid({ error: "breach:error.processor" }), agreementIds,
  source: z.enum(LEARNED_FROM, { error: "breach:error.source" }), awareAt: knownMoment(now), occurredAt: moment(now), processorAwareAt: moment(now), notifiedAt: moment(now),
});
export type NewRecord = z.infer<ReturnType<typeof newRecordForm>>;

const version = z.coerce.number().int().positive();
export const assignForm = z.object({ version, agreementIds });
/** Another record that is the same breach. */
export const mergeForm = z.object({ version, otherId: z.uuid({ error: "breach:error.other" }) });
export const partForm = z.object({ foldedId: z.uuid() });
export const askForm = z.object({ version });
/** What the processor answered to an inquiry, and when. */
export const answerForm = (now: Date) => z.object({ inquiryId: z.uuid(), answer: long.refine((text) => text !== "", { error: "breach:error.answer" }), answeredAt: knownMoment(now) });
/** The controller's own additions, and when it became aware itself, with why where that is moved. */
export const additionsForm = (now: Date) => z.object({ version, notes: long, awareAt: knownMoment(now), awareReason: long });
/** Whether the authority is told: a time where it is, a reason where it is not. */
export const authorityForm = (now: Date) => z.object({ version, decision: z.enum(["notified", "not-required"], { error: "breach:error.decision" }), notifiedAt: moment(now), reason: long })
  .refine(({ decision, notifiedAt }) => decision !== "notified" || notifiedAt !== null, { path: ["notifiedAt"], message: "breach:error.time" })
  .refine(({ decision, reason }) => decision !== "not-required" || reason !== "", { path: ["reason"], message: "breach:error.reason" });
/** Whether the persons run a high risk, and when they were informed; a low risk takes a reason. */
export const personsForm = (now: Date) => z.object({ version, risk: z.enum(["high", "low"], { error: "breach:error.risk" }), informedAt: moment(now), reason: long })
  .refine(({ risk, reason }) => risk !== "low" || reason !== "", { path: ["reason"], message: "breach:error.reason" })
  .transform(({ risk, informedAt, reason, version }) => ({ version, highRisk: risk === "high", informedAt: risk === "high" ? informedAt : null, reason }));
export const closeForm = z.object({ version });
