/** Which of the scale's questions a tick speaks to: none, B, C or D. */
export type CategoryGroup = "ordinary" | "special" | "confidential" | "intrusive";

/** One tick: its id (the text is looked up by it), group, source, and the guide's examples by id. */
export type Category = { id: string; group: CategoryGroup; source: string; examples?: readonly string[] };

/** The ticks of the agreement's annex A.3, our question on other confidential data, and the guide's five intrusive kinds of processing. */
export const CATEGORIES: readonly Category[] = [
  { id: "ordinary", group: "ordinary", source: "GDPR art. 6" },
  { id: "race-ethnic", group: "special", source: "GDPR art. 9(1)" },
  { id: "political", group: "special", source: "GDPR art. 9(1)" },
  { id: "religious", group: "special", source: "GDPR art. 9(1)" },
  { id: "philosophical", group: "special", source: "GDPR art. 9(1)" },
  { id: "trade-union", group: "special", source: "GDPR art. 9(1)" },
  { id: "genetic-biometric", group: "special", source: "GDPR art. 9(1)" },
  { id: "health", group: "special", source: "GDPR art. 9(1)" },
  { id: "sexual", group: "special", source: "GDPR art. 9(1)" },
  { id: "criminal", group: "confidential", source: "GDPR art. 10" },
  { id: "cpr", group: "confidential", source: "GDPR art. 87" },
  {
    id: "other-confidential",
    group: "confidential",
    source: "Datatilsynet 2021, ch. 2 C",
    examples: [
      "social-problems",
      "protected-address",
      "exam-marks",
      "disciplinary-measures",
      "personality-tests",
      "suicide-attempts",
      "long-term-unemployment",
      "bad-payer",
      "early-retirement-pension",
      "payment-card",
    ],
  },
  { id: "location", group: "intrusive", source: "Datatilsynet 2021, ch. 2 D" },
  { id: "surveillance", group: "intrusive", source: "Datatilsynet 2021, ch. 2 D" },
  { id: "profiling", group: "intrusive", source: "Datatilsynet 2021, ch. 2 D" },
  { id: "automated-decision", group: "intrusive", source: "Datatilsynet 2021, ch. 2 D" },
  { id: "combination", group: "intrusive", source: "Datatilsynet 2021, ch. 2 D" },
];

/** One suggested answer and the ids of the ticks that gave it, in the order of CATEGORIES. */
export type SuggestedAnswer = { value: boolean; because: string[] };

/** The answers to B, C and D that the ticks suggest; unknown ids are ignored. A no is only a suggestion: C and D must still be asked. Datatilsynet 2021, ch. 2 B-D. */
export function suggestAnswers(ticks: readonly string[]): { b: SuggestedAnswer; c: SuggestedAnswer; d: SuggestedAnswer } {
  const answer = (group: CategoryGroup): SuggestedAnswer => {
    const because = CATEGORIES.filter((category) => category.group === group && ticks.includes(category.id)).map(({ id }) => id);
    return { value: because.length > 0, because };
  };
  return { b: answer("special"), c: answer("confidential"), d: answer("intrusive") };
}
