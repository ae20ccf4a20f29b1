import { z } from "zod";
import { instantOf } from "#app/domain/time/copenhagen-time.ts";

/** A breach as the processor's people write it; times are instants. */
export type OwnBreachFields = {
  title: string; nature: string; categories: string; personCount: number | null; recordCount: number | null; consequences: string; measures: string;
  possibleOnly: boolean; atSubprocessor: string; occurredAt: Date | null; awareAt: Date; dealtWithAt: Date | null;
};

const MOST = 2_000_000_000;
export const long = z.string({ error: "breach:error.long" }).trim().max(8000, "breach:error.long").default("");
export const line = z.string({ error: "breach:error.long" }).trim().max(200, "breach:error.long").default("");
export const title = z.string({ error: "breach:error.title" }).trim().min(1, "breach:error.title").max(200, "breach:error.long");
/** "1.200" and "1200" are one number; nothing is not known. */
export const count = z.string().trim().default("").refine((text) => text === "" || /^\d{1,3}([. ,]?\d{3})*$|^\d+$/.test(text), { message: "breach:error.count", abort: true })
  .transform((text) => (text === "" ? null : Number(text.replace(/\D/g, "")))).refine((value) => value === null || value <= MOST, "breach:error.count");
/** A time by a Danish clock, not after `now`; nothing is null. */
export const moment = (now: Date) => z.string().trim().default("").refine((text) => text === "" || instantOf(text) !== null, { message: "breach:error.time", abort: true })
  .transform((text) => (text === "" ? null : instantOf(text))).refine((at) => at === null || at.getTime() <= now.getTime() + 60_000, "breach:error.future");
/** The same where it must be given. */
export const knownMoment = (now: Date) => z.string({ error: "breach:error.time" }).trim().refine((text) => instantOf(text) !== null, { message: "breach:error.time", abort: true })
  .transform((text) => instantOf(text) as Date).refine((at) => at.getTime() <= now.getTime() + 60_000, "breach:error.future");
export const tick = z.string().optional().transform((value) => value !== undefined);

/** The processor's form; messages are keys of our texts. */
export const ownBreachForm = (now: Date) => z.object({
  title, nature: long, categories: long, personCount: count, recordCount: count, consequences: long, measures: long,
  possibleOnly: tick, atSubprocessor: line, occurredAt: moment(now), awareAt: knownMoment(now), dealtWithAt: moment(now),
}).refine(({ occurredAt, awareAt }) => occurredAt === null || occurredAt.getTime() <= awareAt.getTime(), { path: ["awareAt"], message: "breach:error.awareBefore" });

/** The same with the version that was read. */
export const changedBreachVersion = z.object({ version: z.coerce.number().int().positive() });
