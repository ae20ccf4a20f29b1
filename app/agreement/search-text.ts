/** A search as the database compares it: what was typed, not a pattern. */
export function literally(search: string): string {
  return search.replace(/[\\%_]/g, "\\$&");
}
