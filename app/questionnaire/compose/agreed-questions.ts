import phrases from "#questionnaires/phrases.v2.json" with { type: "json" };
import da from "#app/text/da/country.json" with { type: "json" };
import en from "#app/text/en/country.json" with { type: "json" };
import type { Ground, Localized, SurveyElement } from "../types.ts";
import type { AgreedPlace, AgreedSubprocessor, ComposedAgreement } from "./agreed.ts";
import { agreementFile } from "./block-files.ts";
import type { Block, Placed } from "./block.ts";
import { fill, harmless, joinLines, same } from "./fill.ts";
import { labelOf, limitPhrase } from "./limit-words.ts";
import type { KindOfLimit } from "./limit-words.ts";

/*
 * What the agreement says now, to be confirmed or changed: sub-processors, places, how long data is kept. The answers tell where practice has
 * drifted from the agreement (drift-questions.ts).
 */

/**
 * One question for each approved sub-processor, one for each that is only assumed to be in use (nobody has approved it, so it is not called
 * approved), and one for those not named. 004:273; 001 bilag B.2; Datatilsynet's cloud guidance 2022.
 */
export function subprocessorQuestions(subprocessors: readonly AgreedSubprocessor[]): Placed[] {
  const { approved, assumed, others } = agreementFile;
  const known = [...subprocessors.filter(isApproved), ...subprocessors.filter(isAssumed)];
  const { titleWhenNone, titleWithAssumed, descriptionWhenNone, ...rest } = others;
  const [question, ...more] = rest.elements as [SurveyElement, ...SurveyElement[]];
  const first = known.length === 0 ? { ...question, title: titleWhenNone, description: descriptionWhenNone } : known.some(isAssumed) ? { ...question, title: titleWithAssumed } : question;
  return [
    ...known.map((one) => placeOf(fill(isAssumed(one) ? assumed : approved, { id: same(one.id), name: same(harmless(one.name)), details: detailsOf(one) }), ground("subprocessors", one.id, "004:273; GDPR art. 28(2)", same(harmless(one.name))))),
    placeOf({ ...rest, elements: [first, ...more] }, ground("subprocessors", "new", "004:273; GDPR art. 28(2)")),
  ].map(withoutEmptyDescription);
}

/** The places agreed, to be confirmed; nothing where none are agreed. 001 bilag C.4. */
export function placeQuestions(places: readonly AgreedPlace[]): Placed[] {
  if (places.length === 0) return [];
  const text = placesText(places);
  return [placeOf(fill(agreementFile.locations, { agreed: text }), ground("locations", "locations", "001 C.4", text))];
}

/** How long data is kept, to be confirmed; nothing where nothing is agreed. 001 A.5, C.3. */
export function retentionQuestions(duration: string, limits: readonly KindOfLimit[]): Placed[] {
  const kept = limits.filter(({ kind }) => kind === "log-retention" || kind === "return-and-erasure");
  const said = [
    duration.trim() === "" ? null : fill(phrases.duration, { duration: same(harmless(duration)) }),
    ...kept.flatMap(({ kind, rows }) => rows.slice(0, 1).map((row) => joinLines([lowered(labelOf(kind)), limitPhrase(row)], " "))),
  ];
  const text = joinLines(said, "; ");
  return text ? [placeOf(fill(agreementFile.retention, { agreed: text }), ground("retention", "retention", kept[0]?.rows[0]?.source ?? "001 A.5", text))] : [];
}

/** What a confirmation of all requirements covers, in so many words: sub-processors, approved and assumed, and places. */
export function agreedInWords({ subprocessors = [], locations = [] }: ComposedAgreement): Localized | null {
  const approved = new Set(subprocessors.filter(isApproved).map(({ name }) => harmless(name)));
  const assumed = new Set(subprocessors.filter(isAssumed).map(({ name }) => harmless(name)));
  return joinLines([
    approved.size === 0 ? null : fill(phrases.confirmedAgreement, { names: same([...approved].join(", ")) }),
    assumed.size === 0 ? null : fill(phrases.confirmedAssumed, { names: same([...assumed].join(", ")) }),
    locations.length === 0 ? null : fill(phrases.confirmedPlaces, { places: placesText(locations) }),
  ]);
}

/** A country by its two letters, in both languages; what is not known stands as it is. */
export function countryName(code: string): Localized {
  const names = { da: (da.name as Record<string, string>)[code], en: (en.name as Record<string, string>)[code] };
  return { da: names.da ?? harmless(code), en: names.en ?? harmless(code) };
}

function placesText(places: readonly AgreedPlace[]): Localized {
  const said = places.map(({ place, country }) => joinLines([place.trim() === "" ? null : same(harmless(place)), country === "" ? null : countryName(country)], ", "));
  return joinLines(said, "; ") ?? same("");
}

const isApproved = ({ status }: AgreedSubprocessor) => status === "approved";
const isAssumed = ({ status }: AgreedSubprocessor) => status === "assumed";

function detailsOf({ processing, country, status }: AgreedSubprocessor): Localized {
  const [plain, withProcessing] = status === "assumed" ? [phrases.assumedUsed, phrases.assumedFor] : [null, phrases.approvedFor];
  const said = [
    processing.trim() === "" ? plain : fill(withProcessing, { processing: same(harmless(processing).replace(/\.$/, "")) }),
    country === "" ? null : fill(phrases.country, { country: countryName(country) }),
  ];
  return joinLines(said, " ") ?? same("");
}

const lowered = ({ da: one, en: other }: Localized): Localized => ({ da: one.charAt(0).toLowerCase() + one.slice(1), en: other.charAt(0).toLowerCase() + other.slice(1) });
const ground = (kind: Ground["kind"], key: string, source: string, text?: Localized): Omit<Ground, "questions"> => ({ kind, key, source, ...(text ? { text } : {}) });

/** A block as it is asked, with why it is. */
export const placeOf = (block: Block, why: Omit<Ground, "questions">): Placed => ({ ...block, grounds: [{ ...why, questions: [block.elements[0]!.name] }] });

/** Without descriptions in which there was nothing to say. */
export function withoutEmptyDescription(placed: Placed): Placed {
  return { ...placed, elements: placed.elements.map(({ description, ...element }) => (description && description.da.trim() !== "" ? { ...element, description } : element)) };
}
