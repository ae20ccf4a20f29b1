/** Pages whose forms bring a spreadsheet. Their actions ask who is there before they read a byte of it. */
const TABLE_FORMS: readonly RegExp[] = [/^\/imports(\/|$)/, /^\/catalogues(\/|$)/, /^\/questionnaires(\/|$)/, /^\/inbox\/[^/]+\/offline$/];

/** Whether a path takes a form with a spreadsheet in it. Remix asks for the same page's data under `.data`. */
export function takesTable(path: string): boolean {
  return TABLE_FORMS.some((pattern) => pattern.test(path.replace(/\.data$/, "")));
}
