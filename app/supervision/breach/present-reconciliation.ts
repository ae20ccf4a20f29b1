import type { Registered } from "#app/domain/breach/reconcile.ts";
import type { CaseFacts } from "../assessment/case-facts.ts";
import { reconciliationOf } from "./reconciliation-of.ts";
import { viewClock } from "./record-clocks.ts";
import type { ClockView } from "./record-clocks.ts";

/** A breach of the register beside an answer. */
export type RegisteredView = { record: string; ref: string; title: string; awareOn: string; notifiedOn: string | null; clock: ClockView | null };
export type DisclosedView = { ref: string; discoveredOn: string | null; notifiedOn: string | null; what: string };
/** One line: what the answer says, what the register says, or both; `suggested` may be matched with a click. */
export type ReconciledRow = { disclosed: DisclosedView | null; registered: RegisteredView | null; suggested: string | null };
/** The table on the assessment page; `candidates` are free in the register. */
export type ReconciliationView = { rows: ReconciledRow[]; candidates: RegisteredView[] };

/** Disclosed and notified breaches side by side; null where there is nothing to hold together. */
export function presentReconciliation(facts: CaseFacts, at: Date): ReconciliationView | null {
  const found = facts.register && reconciliationOf({ ...facts, register: facts.register });
  if (!found) return null;
  const view = ({ record, ref, title, awareOn, notifiedOn, clock }: Registered): RegisteredView => ({ record, ref, title, awareOn, notifiedOn, clock: viewClock(clock, at) });
  const rows = [
    ...found.matched.map(({ disclosed, registered }) => ({ disclosed, registered: view(registered), suggested: null })),
    ...found.unnotified.map(({ disclosed, suggested }) => ({ disclosed, registered: null, suggested })),
    ...found.undisclosed.map((one) => ({ disclosed: null, registered: view(one), suggested: null })),
  ];
  const matched = new Set(found.matched.map(({ registered }) => registered.record));
  return rows.length === 0 ? null : { rows, candidates: (facts.register ?? []).filter(({ record }) => !matched.has(record)).map(view) };
}
