/** Where a small preference form was sent from; only a path on this site, else the front page. */
export function pathBack(value: FormDataEntryValue | null): string {
  return typeof value === "string" && /^\/(?![/\\])[^\\\s]*$/.test(value) ? value : "/";
}
