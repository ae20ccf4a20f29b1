import { CLAUSE_SETS } from "#app/domain/limits/clause-sets.ts";
import { CATEGORIES } from "#app/domain/points/categories.ts";
import { APPROVAL_KINDS, SECURITY_LEVELS } from "../agreement-fields.ts";
import { PERSON_CATEGORIES } from "../person-categories.ts";
import { IMPORT_FIELDS } from "./import-columns.ts";
import { plainHeading } from "./import-field.ts";

type Say = (key: string) => string;
type Known = ReadonlyMap<string, string>;
/** What the words of a file stand for, in both languages: plain text → our id. */
export type Vocabulary = { categories: Known; persons: Known; basis: Known; status: Known; clauses: Known; approval: Known; security: Known; headings: (field: string) => readonly string[] };

/** The words an import understands: our ids and our texts in every language given. */
export function vocabularyOf(translators: readonly Say[]): Vocabulary {
  const known = (ids: readonly string[], key: (id: string) => string): Known =>
    new Map(ids.flatMap((id) => [id, ...translators.map((say) => say(key(id)))].map((text) => [plainHeading(text), id] as const)));
  const headings = new Map(IMPORT_FIELDS.map(({ field }) => [field, translators.map((say) => say(`imports:field.${field}`))]));
  return {
    categories: known(CATEGORIES.map(({ id }) => id), (id) => `agreement:category.${id}`),
    persons: known(PERSON_CATEGORIES, (id) => `agreement:person.${id}`),
    basis: known(["over-period", "at-one-time"], (id) => `agreement:basis.${id}`),
    status: known(["active", "ended"], (id) => `words:agreement.${id}`),
    clauses: known(CLAUSE_SETS, (id) => `agreement:clauseSet.${id}`),
    approval: known(APPROVAL_KINDS, (id) => `agreement:approvalKind.${id}`),
    security: known(SECURITY_LEVELS, (id) => `agreement:securityLevel.${id}`),
    headings: (field) => headings.get(field) ?? [],
  };
}
