import type { z } from "zod";
import { CATEGORIES } from "#app/domain/points/categories.ts";
import type { CategoryGroup } from "#app/domain/points/categories.ts";
import type { AgreementFields } from "../agreement-fields.ts";
import { agreementForm, registrationForm } from "../agreement-form.ts";
import type { Registration } from "../agreement-form.ts";
import { processorForm } from "../processor-form.ts";
import { plainHeading } from "./import-field.ts";
import type { ImportMapping, RowError } from "./import-field.ts";
import { dayIn, listIn, locationIn, yesNoIn } from "./read-cell.ts";
import type { Vocabulary } from "./vocabulary.ts";

export type RowProcessor = z.output<typeof processorForm>;
/** A row read: its processor, and its agreement where it has one (the processor's id is not known yet). */
export type ReadRow = { ok: true; processor: RowProcessor; agreement: Omit<AgreementFields, "processorId"> | null; registration: Partial<Registration> } | { ok: false; errors: RowError[] };

/** Stands where the processor's id will be. */
const LATER = "00000000-0000-4000-8000-000000000000";

/** Reads one row by the same rules as the forms people fill in: what they refuse is refused here, by field. A row without a name of an agreement brings a processor alone. */
export function readRow(cells: readonly string[], { columns, transfers }: ImportMapping, words: Vocabulary): ReadRow {
  const cell = (field: string) => (columns[field] === undefined ? "" : (cells[columns[field]] ?? "").trim());
  const errors: RowError[] = [];
  const processor = processorForm.safeParse({ name: cell("processorName"), cvr: cell("processorCvr"), contactName: cell("contactName"), contactEmail: cell("contactEmail"), contactPhone: cell("contactPhone") });
  if (!processor.success) errors.push(...errorsOf(processor.error, processorNames));
  const hasAgreement = ["agreementTitle", "purpose", "personCount", "dataCategories"].some((field) => cell(field) !== "");
  const payload = hasAgreement ? agreementPayload(cell, transfers, words, errors) : null;
  const agreement = payload ? agreementForm.safeParse(payload) : null;
  if (agreement && !agreement.success) errors.push(...errorsOf(agreement.error, agreementNames).filter(({ field }) => !errors.some((known) => known.field === field)));
  const registration = registrationForm.safeParse({ subprocessors: listIn(cell("subprocessors")).join("\n"), label: cell("versionLabel"), signedForController: "", signedForProcessor: "" });
  if (!registration.success) errors.push(...errorsOf(registration.error, agreementNames));
  if (errors.length > 0 || !processor.success || agreement?.success === false || !registration.success) return { ok: false, errors };
  if (!agreement) return { ok: true, processor: processor.data, agreement: null, registration: {} };
  const { processorId: _later, ...fields } = agreement.data;
  return { ok: true, processor: processor.data, agreement: fields, registration: registration.data };
}

function agreementPayload(cell: (field: string) => string, transfers: ImportMapping["transfers"], words: Vocabulary, errors: RowError[]) {
  const unknown = (field: string) => {
    errors.push({ field, code: `imports:error.${field}` });
    return "";
  };
  const word = (field: string, known: ReadonlyMap<string, string>, otherwise: string) => (cell(field) === "" ? otherwise : (known.get(plainHeading(cell(field))) ?? unknown(field)));
  const yesNo = (field: string, otherwise: string) => (cell(field) === "" ? otherwise : (yesNoIn(cell(field)) ?? unknown(field)));
  const categories = listIn(cell("dataCategories")).map((one) => words.categories.get(plainHeading(one)) ?? unknown("dataCategories"));
  const group = (name: CategoryGroup) => CATEGORIES.filter((category) => category.group === name && categories.includes(category.id)).map(({ id }) => id);
  const persons = listIn(cell("personCategories")).map((one) => ({ one, id: words.persons.get(plainHeading(one)) }));
  return {
    processorId: LATER, title: cell("agreementTitle"), reference: cell("reference"), purpose: cell("purpose"), nature: cell("nature"), duration: cell("duration"),
    clauseSet: word("clauseSet", words.clauses, ""), approvalKind: word("approvalKind", words.approval, ""), securityLevel: word("securityLevel", words.security, ""), agreedConcept: cell("agreedConcept"),
    locations: listIn(cell("locations")).map(locationIn), dataSubjectFacing: yesNo("dataSubjectFacing", "no") === "yes" ? "on" : undefined,
    ordinary: group("ordinary"), special: group("special"), confidential: group("confidential"), intrusive: group("intrusive"),
    persons: persons.flatMap(({ id }) => id ?? []), otherPersons: persons.flatMap(({ one, id }) => (id ? [] : [one])).join("\n"),
    personCount: cell("personCount"), countingBasis: word("countingBasis", words.basis, "over-period"),
    transfersOutsideEu: yesNo("transfersOutsideEu", transfers),
    signedOn: dayIn(cell("signedOn")), startsOn: dayIn(cell("startsOn")), endsOn: dayIn(cell("endsOn")),
    ended: word("status", words.status, "active") === "ended" ? "on" : undefined,
    requirements: listIn(cell("requirements")).map((textDa) => ({ id: "", textDa })), contacts: [],
  };
}

const processorNames: Readonly<Record<string, string>> = { name: "processorName", cvr: "processorCvr" };
const agreementNames: Readonly<Record<string, string>> = {
  title: "agreementTitle", ordinary: "dataCategories", persons: "personCategories", otherPersons: "personCategories", ended: "status", label: "versionLabel",
};

/** One error for each field, the first that its form names. */
function errorsOf(error: z.ZodError, names: Readonly<Record<string, string>>): RowError[] {
  const first = new Map<string, string>();
  for (const { path, message } of error.issues) {
    const field = names[String(path[0])] ?? String(path[0] ?? "");
    if (!first.has(field)) first.set(field, message);
  }
  return [...first].map(([field, code]) => ({ field, code }));
}
