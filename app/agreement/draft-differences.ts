import type { AgreementDraft } from "./agreement-draft.ts";

export type DraftField = keyof AgreementDraft;

/** What a field says, apart from how its rows are named: the same text for the same content. */
function content(draft: AgreementDraft, field: DraftField): string {
  const value = draft[field];
  if (!Array.isArray(value)) return typeof value === "string" ? value.trim().replace(/\r\n/g, "\n") : String(value);
  return JSON.stringify(value.map((one) => (typeof one === "string" ? one : inOrder({ ...one, row: "" }))));
}

/** An object's entries by name: the database keeps what it stores as JSON in an order of its own. */
export function inOrder(one: object): [string, unknown][] {
  return Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The fields in which two drafts say something else. */
export function differences(mine: AgreementDraft, theirs: AgreementDraft): DraftField[] {
  return (Object.keys(mine) as DraftField[]).filter((field) => content(mine, field) !== content(theirs, field));
}
