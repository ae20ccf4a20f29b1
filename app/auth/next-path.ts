/** A page of our own to go on to; null for anything else (another site, a path with tricks in it, sign-in itself). */
export function nextPath(value: unknown): string | null {
  if (typeof value !== "string" || value.length > 500 || !/^\/(?![/\\])[^\\\s\p{Cc}]*$/u.test(value)) return null;
  // Read as a browser would: whatever ends on another origin is not a path of ours.
  if (!URL.canParse(value, "http://portal") || new URL(value, "http://portal").origin !== "http://portal") return null;
  return /^\/sign-(in|out)\b/.test(value) ? null : value;
}
