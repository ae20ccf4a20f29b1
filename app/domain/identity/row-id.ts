/** Whether a text from outside can be the id of a row (a UUID, RFC 9562); what cannot is nobody's row. */
export function isRowId(text: string | null | undefined): text is string {
  return typeof text === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
