import type { Limit } from "#app/domain/limits/limit-units.ts";
import type { StoredRecord } from "./record-parts.server.ts";

/** A record together with those that are the same breach. `toldAt`: when the controller first asked the processor about it. */
export type WholeRecord = StoredRecord & { toldAt: Date | null };

const earliest = (times: readonly (Date | null | undefined)[]) => times.reduce<Date | null>((first, at) => (at && (first === null || at < first) ? at : first), null);

/**
 * A breach as all its records know it: the earliest word of each kind counts, it falls under the agreements of each, and only possible is what
 * every one of them calls so. What was decided is the record's own.
 */
export function asOne(record: StoredRecord): WholeRecord {
  const all = [record, ...record.folded];
  const ties = all.flatMap(({ agreements }) => agreements);
  // Where two records name the same agreement, the one that is matched with a disclosed breach.
  const agreements = ties.filter((tie, place) => !ties.some((other, at) => other.agreementId === tie.agreementId && (other.supervisionId !== null) >= (tie.supervisionId !== null) && ((other.supervisionId !== null) > (tie.supervisionId !== null) || at < place)));
  return {
    ...record, agreements,
    notifiedAt: earliest(all.map(({ notifiedAt }) => notifiedAt)), processorAwareAt: earliest(all.map(({ processorAwareAt }) => processorAwareAt)), awareAt: earliest(all.map(({ awareAt }) => awareAt)) ?? record.awareAt,
    occurredAt: earliest(all.map(({ occurredAt }) => occurredAt)), possibleOnly: all.every(({ possibleOnly }) => possibleOnly), toldAt: earliest(all.flatMap(({ inquiries }) => inquiries.map(({ sentAt }) => sentAt))),
  };
}

/** The limits a record is held against, under one of its agreements or under all; none while no agreement is assigned. */
export function limitsOf({ agreements }: Pick<WholeRecord, "agreements">, agreementId: string | null = null): Limit[] {
  const found = agreements.filter((tie) => agreementId === null || tie.agreementId === agreementId).flatMap(({ agreement }) => agreement.limits);
  const said = found.map((limit) => JSON.stringify(limit));
  return found.filter((_, place) => said.indexOf(said[place] ?? "") === place);
}
