/** What a notification is to say (GDPR art. 33(3); 001 10.1 a–c), in the order it is asked for. */
export const BREACH_PARTS = ["nature", "categories", "personCount", "recordCount", "consequences", "measures"] as const;
export type BreachPart = (typeof BREACH_PARTS)[number];
export type BreachParts = { nature: string; categories: string; personCount: number | null; recordCount: number | null; consequences: string; measures: string };

/** The parts not yet said. Not a bar: what is missing may follow in phases (GDPR art. 33(4)). */
export function missingParts(said: BreachParts): BreachPart[] {
  return BREACH_PARTS.filter((part) => { const value = said[part]; return value === null || (typeof value === "string" && value.trim() === ""); });
}
