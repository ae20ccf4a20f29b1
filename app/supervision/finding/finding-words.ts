import type { TFunction } from "i18next";
import type { FindingView } from "./present.ts";
import { sourceWords } from "./source-words.ts";

type Said = Pick<FindingView, "rule" | "values" | "body">;

/** Values that are code words, and whose words stand in finding.json under `value`. */
const SPOKEN = ["assurance", "opinion", "scheme", "standard", "unit", "procedure"];
const DATES = ["validFrom", "validTo", "from", "to", "previousEnd", "claimedOn"];
/** Values that name a time ("14 days"), and those that are the agreement's and the answer's own words. */
const AMOUNTS = /^(\d+) (hours|days|weeks|months|years)$/;
const QUOTED = { said: "notSaid", agreed: "noneApproved" } as const;
/** Values that choose between the explanations of a rule. */
const CONTEXTS = ["aspect", "part", "difference", "service", "bound", "covered"];

/** Title and explanation of a finding in the language of `t`, with the actual values in it; `day` formats an ISO day. */
export function findingWords(t: TFunction, { rule, values, body }: Said, day: (iso: string) => string): { title: string; text: string } {
  const said: Record<string, string> = {};
  for (const [key, value] of Object.entries(values)) {
    const text = String(value);
    const breach = key === "breach" ? /^(\d{4}-\d{2}-\d{2})(.*)$/.exec(text) : null;
    if (breach) said[key] = `${day(String(breach[1]))}${breach[2] ?? ""}`;
    else if (text === "" && key in QUOTED) said[key] = t(`finding:${QUOTED[key as keyof typeof QUOTED]}`);
    else if (AMOUNTS.test(text)) said[key] = amountWords(t, text);
    else if (key === "clause") said[key] = sourceWords(t, text);
    else if (key === "limit" && typeof value === "string") said.kind = t(`limit:kind.${text}`, { defaultValue: text });
    else if (key === "kind") continue;
    else if (SPOKEN.includes(key)) said[key] = t(`finding:value.${key}.${text}`, { defaultValue: text });
    else said[key] = DATES.includes(key) && text !== "" ? day(text) : text;
  }
  Object.assign(said, itemWords(t, said));
  const context = String(CONTEXTS.map((key) => values[key]).find((value) => value !== undefined) ?? "");
  const text = rule === "MANUAL" ? body : t(`finding:rule.${rule}.text`, { ...said, ...(context ? { context } : {}), interpolation: { escapeValue: false } });
  return { title: t(`finding:rule.${rule}.title`, { defaultValue: rule }), text };
}

/** What a catalogue's item says, in the language of `t`, and its number without the name of an own catalogue: it is kept in both as it was when the finding was raised. */
function itemWords(t: TFunction, { item, itemDa, itemEn }: Record<string, string>): Record<string, string> {
  if (item === undefined || itemDa === undefined) return {};
  return { item: item.replace(/^own:[^:]*:/, ""), words: (t("finding:language") === "en" && itemEn) || itemDa };
}

/** "14 days" in the language of `t`. */
function amountWords(t: TFunction, text: string): string {
  const [, count, unit] = AMOUNTS.exec(text) ?? [];
  return t(`finding:amount.${unit}`, { count: Number(count) });
}
