/** The usual kinds of persons in an agreement (001 bilag A.4); anything else is written in one's own words. Texts by id. */
export const PERSON_CATEGORIES = [
  "employees", "applicants", "customers", "citizens", "patients", "pupils", "children", "members", "relatives", "visitors", "suppliers",
] as const;
export type PersonCategory = (typeof PERSON_CATEGORIES)[number];

/** Splits what is stored into ticks and own words. */
export function splitPersonCategories(stored: readonly string[]): { ticks: PersonCategory[]; own: string[] } {
  const ticks = PERSON_CATEGORIES.filter((id) => stored.includes(id));
  return { ticks, own: stored.filter((text) => !ticks.some((id) => id === text)) };
}
