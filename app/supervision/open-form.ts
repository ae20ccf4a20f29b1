import { isRowId } from "#app/domain/identity/row-id.ts";

/** What stands in the form in which a supervision is opened. An own questionnaire counts only where concept 6 is asked. */
export function readOpenForm(form: { get(name: string): unknown; getAll(name: string): unknown[] }): { concept: number; supplements: number[]; ownVersionId: string | null; askBreaches: boolean } {
  const concept = Number(form.get("concept"));
  const supplements = form.getAll("supplements").map(Number).filter(Number.isInteger);
  const own = form.get("ownVersionId");
  const ownVersionId = typeof own === "string" && isRowId(own) && [concept, ...supplements].includes(6) ? own : null;
  return { concept, supplements, ownVersionId, askBreaches: form.get("askBreaches") === "yes" };
}
