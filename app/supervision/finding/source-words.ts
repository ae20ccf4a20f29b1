import type { TFunction } from "i18next";

/** Parts of the authority's guide by the lines of our copy of it, first line first; what is above the first is chapter 1–3. */
const GUIDE: readonly (readonly [from: number, part: string])[] = [
  [269, "requirements"], [279, "concepts"], [300, "concept1"], [332, "concept2"], [364, "concept3"], [420, "concept4"], [468, "concept5"], [509, "concept6"], [541, "frequency"], [566, "subprocessors"],
];

const DOCUMENTS = { "000": "security", "001": "agreement", "003": "checklist" } as const;

/**
 * The source of a rule as people know it: "004:481" is a place in the guide, "001 8.1" a point of the agreement template, "000 3.7" one of
 * the security instruction, "003 ABS-13" one of Absalon's checklist, "DBS" the joint secretariat's template;
 * "Datatilsynet 2021, koncept 5" is said in the language of `t`; anything else (GDPR, ISAE 3000) stands as it is.
 */
export function sourceWords(t: TFunction, source: string): string {
  const parts = source.split(";").map((part) => onePart(t, part.trim())).filter((part) => part !== "");
  return [...new Set(parts)].join("; ");
}

function onePart(t: TFunction, part: string): string {
  const guide = /^004:(\d+)/.exec(part);
  if (guide) return t(`finding:sources.${GUIDE.findLast(([from]) => Number(guide[1]) >= from)?.[1] ?? "guide"}`);
  const point = /^(000|001|003) (.+)$/.exec(part);
  if (point) return t(`finding:sources.${DOCUMENTS[point[1] as keyof typeof DOCUMENTS]}`, { point: point[2] });
  if (part === "DBS") return t("finding:sources.secretariat");
  if (/^C\.\d/.test(part)) return t("finding:sources.agreement", { point: part });
  const concept = /^Datatilsynet 2021, koncept ([1-6])(?:, note (\d+))?$/.exec(part);
  if (!concept) return part;
  const said = t(`finding:sources.concept${concept[1]}`);
  return concept[2] ? t("finding:sources.note", { source: said, note: concept[2] }) : said;
}
