/** Messages by field name, already in the language of the page; "" is the form as a whole. */
export type FieldErrors = Readonly<Record<string, string | undefined>>;

/** The element id of a field, to which the error summary links. */
export function fieldId(name: string): string {
  return `field-${name.replace(/[^A-Za-z0-9_-]/g, "-")}`;
}
