import { z } from "zod";
import type { ScoreInput } from "./score-facts.ts";

const yesNo = (error: string) => z.enum(["yes", "no"], { error }).transform((answer) => answer === "yes");
const note = z.string().max(1000, "agreement:error.long").default("");

/** The answers to B, to other confidential data and to D, with a note to each part; messages are keys of our texts. */
export const scoreForm = z.object({
  b: yesNo("agreement:error.answerB"),
  c: yesNo("agreement:error.answerC"),
  d: yesNo("agreement:error.answerD"),
  noteA: note,
  noteB: note,
  noteC: note,
  noteD: note,
  version: z.coerce.number().int().positive(),
  scoreId: z.union([z.literal("").transform(() => null), z.uuid()]),
}).transform(({ b, c, d, noteA, noteB, noteC, noteD, version, scoreId }): ScoreInput => ({
  answers: { special: b, otherConfidential: c, intrusive: d }, notes: { a: noteA, b: noteB, c: noteC, d: noteD }, version, scoreId,
}));
