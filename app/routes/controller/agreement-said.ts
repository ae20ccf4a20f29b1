import type { TFunction } from "i18next";
import type { AgreementDraft } from "#app/agreement/agreement-draft.ts";
import type { DraftField } from "#app/agreement/draft-differences.ts";
import { sourceWords } from "#app/supervision/finding/source-words.ts";

const LABELS: Partial<Record<DraftField, string>> = { processorId: "processor", transfersOutsideEu: "transfers" };

/** The label of a field in the agreement's form. */
export function labelOf(t: TFunction, field: DraftField): string {
  return t(`agreement:form.${LABELS[field] ?? field}`);
}

/** What a field of a draft says, in words; "" where it says nothing. */
export function describeField(t: TFunction, draft: AgreementDraft, field: DraftField, processors: readonly { id: string; name: string }[]): string {
  const choice = (area: string, value: string) => (value === "" ? "" : t(`agreement:${area}.${value}`));
  switch (field) {
    case "processorId": return processors.find(({ id }) => id === draft.processorId)?.name ?? "";
    case "ordinary": case "special": case "confidential": case "intrusive": return draft[field].map((id) => t(`agreement:category.${id}`)).join(", ");
    case "persons": return draft.persons.map((id) => t(`agreement:person.${id}`)).join(", ");
    case "countingBasis": return choice("basis", draft.countingBasis);
    case "clauseSet": return choice("clauseSet", draft.clauseSet);
    case "approvalKind": return choice("approvalKind", draft.approvalKind);
    case "securityLevel": return choice("securityLevel", draft.securityLevel);
    case "agreedConcept": return draft.agreedConcept === "" ? "" : t("agreement:form.conceptOption", { concept: draft.agreedConcept, name: t(`words:concept.short.${draft.agreedConcept}`) });
    case "transfersOutsideEu": return draft.transfersOutsideEu ? t(`agreement:${draft.transfersOutsideEu}`) : "";
    case "ended": case "dataSubjectFacing": return t(draft[field] ? "agreement:yes" : "agreement:no");
    case "locations": return draft.locations.map((row) => sayLocation(t, row)).join("\n");
    case "procedures": return draft.procedures.map((row) => sayProcedure(t, { ...row, everyMonths: row.everyMonths === "" ? null : Number(row.everyMonths) })).join("\n");
    case "requirements": return draft.requirements.map((row) => sayRequirement(t, row)).join("\n");
    case "contacts": return draft.contacts.map(({ name, email }) => [name, email].filter(Boolean).join(", ")).join("\n");
    default: return draft[field];
  }
}

/** "Datacenter i Odense, Danmark". */
export function sayLocation(t: TFunction, { place, country }: { place: string; country: string }): string {
  return [place, country ? t(`country:name.${country}`) : ""].filter(Boolean).join(", ");
}

/** "Revisorerklæring hvert år (C.5.1). Databehandleren betaler". */
export function sayProcedure(t: TFunction, { kind, everyMonths, payer, source }: { kind: string; everyMonths: number | null; payer: string; source: string }): string {
  const what = [kind ? t(`agreement:procedure.${kind}`) : "", sayInterval(t, everyMonths)].filter(Boolean).join(" ");
  return [source ? `${what} (${sourceWords(t, source)})` : what, payer ? t(`agreement:payer.${payer}`) : ""].filter(Boolean).join(". ");
}

/** "hvert år", "hvert andet år", "hver 18. måned"; null is "ved behov". */
export function sayInterval(t: TFunction, months: number | null): string {
  if (months === null) return t("agreement:every.need");
  if (months % 12 === 0) return t("agreement:every.years", { count: months / 12 });
  return t("agreement:every.months", { count: months });
}

function sayRequirement(t: TFunction, row: AgreementDraft["requirements"][number]): string {
  const marks = [t(`agreement:requirementCategory.${row.category}`), row.source, row.critical ? t("agreement:form.critical") : "", row.evidenceAsked ? t("agreement:form.evidenceAsked") : "", row.evidenceText, row.objectives.join(", ")];
  return `${row.textDa} (${marks.filter(Boolean).join("; ")})`;
}
