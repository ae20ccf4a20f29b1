import type { BreachContent } from "./breach-content.ts";
import type { OwnBreachFields } from "./own-breach-form.ts";

/** A registered breach as a notice tells it. */
export function contentOf(fields: OwnBreachFields): BreachContent {
  const { title, nature, categories, personCount, recordCount, consequences, measures, possibleOnly, atSubprocessor, occurredAt, awareAt, dealtWithAt } = fields;
  return {
    title, nature, categories, personCount, recordCount, consequences, measures, possibleOnly, atSubprocessor,
    occurredAt: occurredAt?.toISOString() ?? null, awareAt: awareAt.toISOString(), dealtWithAt: dealtWithAt?.toISOString() ?? null,
  };
}
