/** Whether a text from a URL can be a row's id at all; anything else is as absent as an unknown id. */
export function isRowId(text: string | undefined): text is string {
  return text !== undefined && /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text);
}
