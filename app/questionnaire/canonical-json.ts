/**
 * JSON in one form only (RFC 8785): keys sorted by UTF-16 code unit, no white space, ECMAScript numbers and strings.
 * `undefined` members are left out, as JSON does; anything that is not JSON throws.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError("not a JSON number");
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map((one) => canonicalJson(one)).join(",")}]`;
  if (typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype) throw new TypeError("not JSON");
  let members = "";
  for (const key of Object.keys(value).sort()) { // the plain sort is by UTF-16 code unit
    const one = (value as Record<string, unknown>)[key];
    if (one !== undefined) members += `${members === "" ? "" : ","}${JSON.stringify(key)}:${canonicalJson(one)}`;
  }
  return `{${members}}`;
}
