import type { NamedBreach } from "#app/domain/breach/raise-late-notice.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";

/** A record as findings name it: the day the processor, else the controller, became aware, and what it is called. */
export function nameOfBreach({ id, title, processorAwareAt, awareAt }: { id: string; title: string; processorAwareAt: Date | null; awareAt: Date }): NamedBreach {
  return { record: id, ref: `${copenhagenDate(processorAwareAt ?? awareAt)} ${title}` };
}
