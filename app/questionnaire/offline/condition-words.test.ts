import { expect, test } from "vitest";
import type { SurveyElement } from "../types.ts";
import { conditionWords } from "./condition-words.ts";

const elements = new Map<string, SurveyElement>([
  ["n", { type: "text", name: "n", title: { da: "Antal", en: "Number" } } as SurveyElement],
  ["breach", { type: "radiogroup", name: "breach", title: { da: "Brud?", en: "Breach?" }, choices: [{ value: "yes", text: { da: "Ja", en: "Yes" } }] } as SurveyElement],
]);

test.each([
  ["{n} > 5", "more Antal »5«"],
  ["{n} < 5", "less Antal »5«"],
  ["{n} >= 5", "atLeast Antal »5«"],
  ["{n} <= 5", "atMost Antal »5«"],
  ["{n} notempty", "answered Antal"],
  ["{n} empty", "blank Antal"],
  ["{breach} = 'yes'", "is Brud? »Ja«"],
  ["{breach} <> 'yes'", "isNot Brud? »Ja«"],
  ["{breach} = 'yes' and ({n} > 5 or {n} empty)", "is Brud? »Ja« and (more Antal »5« or blank Antal)"],
  ["{breach} = 'yes' and {n} > 5 or {n} empty", "is Brud? »Ja« and more Antal »5« or blank Antal"],
])("%s", (condition, words) => {
  expect(conditionWords(condition, elements, "da", (key, values) => [key, ...Object.values(values ?? {})].join(" "))).toBe(words);
});
