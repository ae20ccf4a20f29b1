import { daysBetween } from "../time/iso-date.ts";
import type { IsoDate } from "../time/iso-date.ts";
import type { Clock } from "./clock.ts";
import type { NamedBreach } from "./raise-late-notice.ts";

/** A breach as the processor disclosed it in a supervision; `notifiedOn` is the day it says it gave notice, null if none. */
export type Disclosed = { ref: string; discoveredOn: IsoDate | null; notifiedOn: IsoDate | null; what: string };

/**
 * A breach of the controller's register. Days are Danish. `notifiedOn` null: the processor never gave notice. `matchedRef`: the disclosed one it
 * was matched with in this supervision. `inPeriod`: notified in the time the supervision asks about. `clock` and `limit`: the processor's notice.
 */
export type Registered = NamedBreach & {
  title: string; awareOn: IsoDate; notifiedOn: IsoDate | null; matchedRef: string | null; inPeriod: boolean; clock: Clock | null; limit: { value: number | null; unit: string; source: string };
};

/** K3-10 both ways: what is on both sides, what only the answer says (with the likeliest of the register, if one), what only the register says. */
export type Reconciliation = { matched: { disclosed: Disclosed; registered: Registered }[]; unnotified: { disclosed: Disclosed; suggested: string | null }[]; undisclosed: Registered[] };

/** Days by which what two people call the day of discovery may differ. */
const NEAR = 3;

/** Holds what was disclosed in a supervision against the register. Only a person makes a match; likeness only suggests one. */
export function reconcile(disclosed: readonly Disclosed[], register: readonly Registered[]): Reconciliation {
  const refs = new Set(disclosed.map(({ ref }) => ref));
  const matchOf = (ref: string) => register.find(({ matchedRef }) => matchedRef === ref);
  const free = register.filter(({ matchedRef }) => matchedRef === null || !refs.has(matchedRef));
  const taken = new Set<string>();
  const matched = disclosed.flatMap((one) => { const registered = matchOf(one.ref); return registered ? [{ disclosed: one, registered }] : []; });
  const unnotified = disclosed.filter(({ ref }) => !matchOf(ref)).map((one) => {
    const best = free.filter(({ record }) => !taken.has(record)).map((other) => ({ record: other.record, likeness: likenessOf(one, other) }))
      .toSorted((first, second) => second.likeness - first.likeness || (first.record < second.record ? -1 : 1))[0];
    const suggested = best && best.likeness >= 2 ? best.record : null;
    if (suggested) taken.add(suggested);
    return { disclosed: one, suggested };
  });
  return { matched, unnotified, undisclosed: free.filter(({ inPeriod, notifiedOn }) => inPeriod && notifiedOn !== null) };
}

/** How alike the two are: the day of discovery (2 when near, 1 within a fortnight), the day of notice (2), a word in common (1). */
export function likenessOf({ discoveredOn, notifiedOn, what }: Disclosed, other: Registered): number {
  const apart = discoveredOn === null ? null : Math.abs(daysBetween(discoveredOn, other.awareOn));
  const words = (text: string) => new Set(text.toLocaleLowerCase("da").match(/\p{L}{5,}/gu) ?? []);
  const said = words(what);
  return (apart === null ? 0 : apart <= NEAR ? 2 : apart <= 14 ? 1 : 0) + (notifiedOn !== null && notifiedOn === other.notifiedOn ? 2 : 0) + ([...words(other.title)].some((word) => said.has(word)) ? 1 : 0);
}
