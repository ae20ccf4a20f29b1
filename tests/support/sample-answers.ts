import type { Answer, FrozenQuestionnaire } from "#app/questionnaire/types.ts";
import { listAnswerable } from "#app/questionnaire/answers.ts";
import { partsOf } from "#app/questionnaire/parts.ts";
import { listVisible } from "#app/questionnaire/visible.ts";
import { sampleAnswers } from "#app/questionnaire/questionnaire.sample.ts";

/** Answers with nothing to remark, by concept. */
const clean: Readonly<Record<number, Record<string, unknown>>> = {
  2: { confirmation: "confirmed", agreement_confirmed: "Aftalen af 1. januar 2024", signatory_name: "Anne Drift", signatory_title: "Direktør" },
  3: {
    status_from: "2025-11-01", status_to: "2026-10-31", covers_processing: "yes", covers_subprocessors: "yes", agreement_met: "yes",
    organisational_changes: "no", product_changes: "no", breaches: "no",
  },
  4: {
    scheme: "europrivacy", issuer: "Certificering A/S", certificate_number: "EP-17", valid_from: "2026-01-01", valid_to: "2027-12-31", scope: "Hele tjenesten",
    certificate_covers_processing: "yes", covers_requirements: "yes", breaches: "no",
  },
  5: {
    basis: "auditors-statement", statement_title: "ISAE 3000-erklæring 2026", standard: "isae-3000-gdpr", assurance: "high", statement_type: "type-2",
    period_from: "2025-10-01", period_to: "2026-09-30", issued_on: "2026-10-15", obtained_on: "2026-10-20", auditor_name: "Revision A/S", auditor_cvr: "",
    independent: "yes", opinion: "unmodified", exceptions_found: "no", services_covered: "Journalsystemet", services_excluded: "", covers_services: "yes",
    covers_agreement: "yes", criteria: "specific-agreement", addressee: "all-customers",
    objectives: ["a-instructions", "b-technical-measures", "c-organisational-measures", "d-deletion-and-return", "e-storage", "f-sub-processors", "g-third-countries", "h-data-subject-rights", "i-breaches"],
    subprocessor_method: "none", restricted_use: "no", breaches: "no",
  },
  6: { breaches: "no" },
};

/** Clean answers about what the agreement says, and where a reason must stand beside the best answer. */
const agreed: Record<string, unknown> = { subprocessors_new: "no", locations: "as-agreed", retention: "as-agreed", duty_visit: { value: "yes", comment: "Uge 10. Kontakt: Anne Drift." } };

function cleanAnswer(frozen: FrozenQuestionnaire, name: string): unknown {
  if (Object.hasOwn(agreed, name)) return agreed[name];
  if (name.startsWith("approved_")) return "still-used";
  if (name.startsWith("assumed_")) return "no";
  const met = Object.entries(frozen.scoring[name]?.levels ?? {}).find(([, level]) => level === "met")?.[0];
  return met !== undefined && name.startsWith("instead_") ? { value: met, comment: "Det står i vores egen politik." } : met;
}

/** Clean answers to every question of a questionnaire that is asked, with some changed (a pair is a value and its comment) or, with null, left out. */
export function filled(frozen: FrozenQuestionnaire, change: Record<string, unknown> = {}): Record<string, Answer> {
  const best = Object.fromEntries(listAnswerable(frozen).flatMap(({ name }) => {
    const value = cleanAnswer(frozen, name);
    return value === undefined ? [] : [[name, value]];
  }));
  const all = sampleAnswers({ ...best, ...Object.assign({}, ...partsOf(frozen).toReversed().map((part) => clean[part])), ...change });
  const given = Object.fromEntries(Object.entries(all).filter(([, { value }]) => value !== null && value !== ""));
  const asked = new Set(listVisible(frozen, given).flatMap(({ elements }) => elements.map(({ name }) => name)));
  return Object.fromEntries(Object.entries(given).filter(([name]) => asked.has(name)));
}
