import type { BreachContent } from "./breach-content.ts";

type Recorded = Omit<BreachContent, "atSubprocessor" | "occurredAt" | "awareAt" | "dealtWithAt"> & { occurredAt: Date | null; processorAwareAt: Date | null };

/** A record that no notice told of, in the form in which notices tell. */
export function ownWords({ title, nature, categories, personCount, recordCount, consequences, measures, possibleOnly, occurredAt, processorAwareAt }: Recorded): BreachContent {
  const iso = (at: Date | null) => at?.toISOString() ?? null;
  return { title, nature, categories, personCount, recordCount, consequences, measures, possibleOnly, atSubprocessor: "", occurredAt: iso(occurredAt), awareAt: iso(processorAwareAt), dealtWithAt: null };
}
