import { IMPORT_FIELDS } from "./import-columns.ts";
import { plainHeading } from "./import-field.ts";

/** The column each field is most likely in, by its heading (`headings`: ours in each language); each column is taken once, the first that fits. */
export function guessMapping(columns: readonly string[], headings: (field: string) => readonly string[]): Record<string, number> {
  const plain = columns.map(plainHeading);
  const taken = new Set<number>();
  const guessed: Record<string, number> = {};
  // A heading of our own counts before one that is only like it.
  for (const known of [headings, (field: string) => IMPORT_FIELDS.find((one) => one.field === field)?.also ?? []]) {
    for (const { field } of IMPORT_FIELDS) {
      if (field in guessed) continue;
      const names = [field, ...known(field)].map(plainHeading);
      const at = plain.findIndex((heading, index) => !taken.has(index) && heading !== "" && names.includes(heading));
      if (at < 0) continue;
      guessed[field] = at;
      taken.add(at);
    }
  }
  return guessed;
}
