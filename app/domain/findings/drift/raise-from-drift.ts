import { countryName } from "./country-name.ts";
import { finding, type RaisedFinding } from "../raised-finding.ts";

/** A place in words and its country. */
export type Place = { place: string; country: string; processing?: string };
/** Places: as the agreement has them, and as the answer does; null = not answered. `said` = what the answer says beside, "" if nothing. */
export type LocationFacts = { question: string; agreed: readonly Place[]; asAgreed: boolean | null; elsewhere: readonly Place[] };
/** How long data is kept: the agreement's words and the answer's. */
export type RetentionFacts = { question: string; agreed: string; asAgreed: boolean | null; said: string };

const inWords = ({ place, country, processing }: Place) => [place, country].map((one) => one.trim()).filter(Boolean).join(", ") + (processing?.trim() ? ` (${processing.trim()})` : "");
const words = (text: string) => text.trim().replace(/\s+/g, " ").toLowerCase();
const key = ({ place, country }: Place) => `${words(place)} ${countryName(country)}`.trim();

/**
 * DRIFT-LOCATION: data is processed in a place the agreement does not name; one finding a place, with both texts. Agreement template C.4;
 * instructions also bind where: GDPR art. 28(3)(a).
 */
export function raiseFromLocations({ question, agreed, asAgreed, elsewhere }: LocationFacts): RaisedFinding[] {
  if (asAgreed !== false) return [];
  const raise = (place: string, said: string) =>
    finding({ rule: "DRIFT-LOCATION", severity: "major", source: "001 C.4; GDPR art. 28(3)(a)", question, values: { place, said, agreed: agreed.map(inWords).join("; ") } });
  const known = new Set(agreed.map(key));
  const others = elsewhere.filter((one) => inWords(one) !== "" && !known.has(key(one)));
  if (others.length > 0) return others.map((one) => raise(key(one), inWords(one)));
  return elsewhere.length > 0 ? [] : [raise("", "")];
}

/** DRIFT-RETENTION: data is kept or erased otherwise than agreed, with both texts. Agreement template C.3, 11.1; GDPR art. 28(3)(g). */
export function raiseFromRetention({ question, agreed, asAgreed, said }: RetentionFacts): RaisedFinding[] {
  if (asAgreed !== false) return [];
  return [finding({ rule: "DRIFT-RETENTION", severity: "major", source: "001 C.3; GDPR art. 28(3)(g)", question, values: { agreed, said } })];
}
