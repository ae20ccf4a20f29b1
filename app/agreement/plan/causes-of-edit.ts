import { personPoints } from "#app/domain/points/score-agreement.ts";
import type { AgreementFields } from "../agreement-fields.ts";
import type { ChangeCause } from "./change-cause.ts";

type Said = Pick<AgreementFields, "personCount" | "personCategories" | "dataCategories" | "locations" | "transfersOutsideEu">;

/**
 * What of an edited agreement makes its score worth another look: other points for the number of persons, new kinds of persons, other
 * ticks, and a new country. Fewer persons within the same points, or a place less, is none.
 */
export function causesOfEdit(before: Said, after: Said, at: Date): ChangeCause[] {
  const found: ChangeCause[] = [];
  const add = (kind: ChangeCause["kind"], ref: string, from: string, to: string) => found.push({ kind, ref, from, to, at: at.toISOString() });
  const gained = (old: readonly string[], now: readonly string[]) => now.filter((one) => one !== "" && !old.includes(one));
  const counting = (ticks: readonly string[]) => ticks.filter((id) => id !== "ordinary").sort().join(",");
  if (personPoints(before.personCount) !== personPoints(after.personCount)) add("persons", "personCount", String(before.personCount), String(after.personCount));
  const persons = gained(before.personCategories, after.personCategories);
  if (persons.length > 0) add("persons", "personCategories", "", persons.join(","));
  if (counting(before.dataCategories) !== counting(after.dataCategories)) add("categories", "dataCategories", counting(before.dataCategories), counting(after.dataCategories));
  const countries = gained(before.locations.map(({ country }) => country), after.locations.map(({ country }) => country));
  if (countries.length > 0) add("country", "locations", "", [...new Set(countries)].join(","));
  if (after.transfersOutsideEu && !before.transfersOutsideEu) add("country", "transfersOutsideEu", "no", "yes");
  return found;
}
