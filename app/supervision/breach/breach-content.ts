import { z } from "zod";

const text = z.string().default("");
const count = z.number().int().nonnegative().nullable().default(null);
const instant = z.string().nullable().default(null);

/** What a notice told: the breach as it stood when it was sent. Times are ISO instants. */
export const breachContent = z.object({
  title: text, nature: text, categories: text, personCount: count, recordCount: count, consequences: text, measures: text,
  possibleOnly: z.boolean().default(false), atSubprocessor: text, occurredAt: instant, awareAt: instant, dealtWithAt: instant,
});
export type BreachContent = z.infer<typeof breachContent>;
/** The fields in the order in which they are shown and compared. */
export const CONTENT_FIELDS = ["title", "nature", "categories", "personCount", "recordCount", "consequences", "measures", "possibleOnly", "atSubprocessor", "occurredAt", "awareAt", "dealtWithAt"] as const satisfies readonly (keyof BreachContent)[];

/** The fields in which a later word differs from the one before it. */
export function changedFields(before: BreachContent, after: BreachContent): (keyof BreachContent)[] {
  return CONTENT_FIELDS.filter((field) => before[field] !== after[field]);
}
