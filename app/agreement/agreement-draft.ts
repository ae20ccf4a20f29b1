import { CATEGORIES } from "#app/domain/points/categories.ts";
import type { CategoryGroup } from "#app/domain/points/categories.ts";
import type { AgreementFields } from "./agreement-fields.ts";
import { splitPersonCategories } from "./person-categories.ts";

/** `row` names the row while it is edited, so that rows keep what is typed in them when others come or go. */
export type RequirementDraft = {
  row: string; id: string; textDa: string; textEn: string; evidenceAsked: boolean; critical: boolean; category: string; evidenceText: string; source: string; objectives: string[];
};
export type LocationDraft = { row: string; place: string; country: string };
export type ProcedureDraft = { row: string; kind: string; everyMonths: string; payer: string; source: string };
export type ContactDraft = { row: string; side: string; role: string; name: string; email: string; phone: string };

/** An agreement as its form shows it: everything as typed, valid or not. */
export type AgreementDraft = {
  processorId: string; title: string; reference: string; purpose: string; nature: string; duration: string; clauseSet: string;
  ordinary: string[]; special: string[]; confidential: string[]; intrusive: string[];
  persons: string[]; otherPersons: string; personCount: string; countingBasis: string;
  dataSubjectFacing: boolean; approvalKind: string; transfersOutsideEu: string; locations: LocationDraft[];
  securityLevel: string; agreedConcept: string; procedures: ProcedureDraft[];
  signedOn: string; startsOn: string; endsOn: string; ended: boolean;
  requirements: RequirementDraft[]; contacts: ContactDraft[];
};

/** What is typed of a new agreement's first version, beside the agreement. */
export type RegistrationDraft = { subprocessors: string; label: string; signedForController: string; signedForProcessor: string };

type Payload = Record<string, unknown>;
const text = (value: unknown) => (typeof value === "string" ? value : "");
const list = (value: unknown) => (Array.isArray(value) ? value : value === undefined ? [] : [value]).filter((one): one is string => typeof one === "string");
const rows = (value: unknown) => (Array.isArray(value) ? value : []).filter((one): one is Payload => typeof one === "object" && one !== null);
const isOn = (value: unknown) => value === "on" || value === true;

/** The draft in a submitted form, whatever came. */
export function readDraft(payload: Payload): AgreementDraft {
  const one = (name: string) => text(payload[name]);
  return {
    processorId: one("processorId"), title: one("title"), reference: one("reference"), purpose: one("purpose"),
    nature: one("nature"), duration: one("duration"), clauseSet: one("clauseSet"),
    ordinary: list(payload.ordinary), special: list(payload.special), confidential: list(payload.confidential), intrusive: list(payload.intrusive),
    persons: list(payload.persons), otherPersons: one("otherPersons"), personCount: one("personCount"), countingBasis: one("countingBasis"),
    dataSubjectFacing: isOn(payload.dataSubjectFacing), approvalKind: one("approvalKind"), transfersOutsideEu: one("transfersOutsideEu"),
    locations: rows(payload.locations).map((row, place) => ({ row: text(row.row) || String(place), place: text(row.place), country: text(row.country) })),
    securityLevel: one("securityLevel"), agreedConcept: one("agreedConcept"),
    procedures: rows(payload.procedures).map((row, place) => ({
      row: text(row.row) || String(place), kind: text(row.kind), everyMonths: text(row.everyMonths), payer: text(row.payer), source: text(row.source),
    })),
    signedOn: one("signedOn"), startsOn: one("startsOn"), endsOn: one("endsOn"), ended: isOn(payload.ended),
    requirements: rows(payload.requirements).map((row, place) => ({
      row: text(row.row) || String(place), id: text(row.id), textDa: text(row.textDa), textEn: text(row.textEn), evidenceAsked: isOn(row.evidenceAsked), critical: isOn(row.critical),
      category: text(row.category) || "other", evidenceText: text(row.evidenceText), source: text(row.source), objectives: list(row.objectives),
    })),
    contacts: rows(payload.contacts).map((row, place) => ({
      row: text(row.row) || String(place), side: text(row.side) || "processor", role: text(row.role), name: text(row.name), email: text(row.email), phone: text(row.phone),
    })),
  };
}

/** The draft of a new agreement: counted over the period, the stricter basis, unless somebody says otherwise. */
export function blankDraft(processorId: string): AgreementDraft {
  return { ...readDraft({ processorId, countingBasis: "over-period", ordinary: ["ordinary"] }) };
}

/** The draft of what is stored. */
export function draftOf(fields: AgreementFields): AgreementDraft {
  const ticks = (group: CategoryGroup) => CATEGORIES.filter((category) => category.group === group && fields.dataCategories.includes(category.id)).map(({ id }) => id);
  const persons = splitPersonCategories(fields.personCategories);
  return {
    processorId: fields.processorId, title: fields.title, reference: fields.reference, purpose: fields.purpose,
    nature: fields.nature, duration: fields.duration, clauseSet: fields.clauseSet,
    ordinary: ticks("ordinary"), special: ticks("special"), confidential: ticks("confidential"), intrusive: ticks("intrusive"),
    persons: persons.ticks, otherPersons: persons.own.join("\n"), personCount: String(fields.personCount), countingBasis: fields.countingBasis,
    dataSubjectFacing: fields.dataSubjectFacing, approvalKind: fields.approvalKind, transfersOutsideEu: fields.transfersOutsideEu ? "yes" : "no",
    locations: fields.locations.map((row, place) => ({ ...row, row: String(place) })),
    securityLevel: fields.securityLevel, agreedConcept: fields.agreedConcept === null ? "" : String(fields.agreedConcept),
    procedures: fields.procedures.map((row, place) => ({ ...row, row: String(place), everyMonths: row.everyMonths === null ? "" : String(row.everyMonths) })),
    signedOn: fields.signedOn ?? "", startsOn: fields.startsOn ?? "", endsOn: fields.endsOn ?? "", ended: fields.status === "ended",
    requirements: fields.requirements.map((row, place) => ({ ...row, row: String(place) })),
    contacts: fields.contacts.map((row, place) => ({ ...row, row: String(place) })),
  };
}
