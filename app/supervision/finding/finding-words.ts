import type { TFunction } from "i18next";
import type { FindingView } from "./present.ts";

type Said = Pick<FindingView, "rule" | "values" | "body">;

/** Values that are code words, and whose words stand in finding.json under `value`. */
const SPOKEN = ["assurance", "opinion", "scheme", "standard", "unit"];
const DATES = ["validFrom", "validTo"];

/** Title and explanation of a finding in the language of `t`, with the actual values in it; `day` formats an ISO day. */
export function findingWords(t: TFunction, { rule, values, body }: Said, day: (iso: string) => string): { title: string; text: string } {
  const said: Record<string, string> = {};
  for (const [key, value] of Object.entries(values)) {
    const text = String(value);
    const breach = key === "breach" ? /^(\d{4}-\d{2}-\d{2})(.*)$/.exec(text) : null;
    if (breach) said[key] = `${day(String(breach[1]))}${breach[2] ?? ""}`;
    else if (SPOKEN.includes(key)) said[key] = t(`finding:value.${key}.${text}`, { defaultValue: text });
    else said[key] = DATES.includes(key) && text !== "" ? day(text) : text;
  }
  Object.assign(said, itemWords(t, said));
  const context = String(values.aspect ?? values.part ?? values.difference ?? values.service ?? "");
  const text = rule === "MANUAL" ? body : t(`finding:rule.${rule}.text`, { ...said, ...(context ? { context } : {}), interpolation: { escapeValue: false } });
  return { title: t(`finding:rule.${rule}.title`, { defaultValue: rule }), text };
}

/** What a catalogue's item says, in the language of `t`, and its number without the name of an own catalogue: it is kept in both as it was when the finding was raised. */
function itemWords(t: TFunction, { item, itemDa, itemEn }: Record<string, string>): Record<string, string> {
  if (item === undefined || itemDa === undefined) return {};
  return { item: item.replace(/^own:[^:]*:/, ""), words: (t("finding:language") === "en" && itemEn) || itemDa };
}
