import { addDays } from "#app/domain/time/iso-date.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import { listAnswerable } from "#app/questionnaire/answers.ts";
import { partsOf } from "#app/questionnaire/parts.ts";
import type { Answer, Answers, FrozenQuestionnaire } from "#app/questionnaire/types.ts";
import { listVisible } from "#app/questionnaire/visible.ts";

/** Answers otherwise than clean: a value, a value with its comment, or null for none. `special` answers every special requirement. */
export type Said = Readonly<Record<string, unknown>>;

/** What is as the agreement says. */
const asAgreed: Readonly<Record<string, unknown>> = {
  subprocessors_new: "no", locations: "as-agreed", retention: "as-agreed",
  duty_visit: { value: "yes", comment: "Vi foreslår uge 10. Kontakt vores sikkerhedschef." },
};

const words = (value: unknown, comment: string): Answer => ({ value, comment });
export { words };

/** What a processor with nothing to remark says under each concept, on a day. */
function clean(concept: number, today: IsoDate): Record<string, unknown> {
  const ago = (days: number) => addDays(today, -days);
  const statement = {
    basis: "auditors-statement", statement_title: "ISAE 3000-erklæring om informationssikkerhed og behandling af personoplysninger", standard: "isae-3000-gdpr", assurance: "high",
    statement_type: "type-2", period_from: ago(420), period_to: ago(56), issued_on: ago(35), obtained_on: ago(30), auditor_name: "Revision Øst Statsautoriseret Revisionspartnerselskab",
    independent: "yes", opinion: "unmodified", exceptions_found: "no", services_covered: "Hosting, drift og support af systemet", covers_services: "yes", covers_agreement: "yes",
    criteria: "specific-agreement", addressee: "all-customers", subprocessor_method: "none", restricted_use: "no", breaches: "no",
    objectives: ["a-instructions", "b-technical-measures", "c-organisational-measures", "d-deletion-and-return", "e-storage", "f-sub-processors", "g-third-countries", "h-data-subject-rights", "i-breaches"],
  };
  const status = {
    status_from: ago(380), status_to: ago(15), covers_processing: "yes", covers_subprocessors: "yes", agreement_met: "yes", organisational_changes: "no", product_changes: "no", breaches: "no",
  };
  const certificate = {
    scheme: "europrivacy", issuer: "Nordisk Certificering A/S", certificate_number: "EP-DK-2207", valid_from: ago(300), valid_to: addDays(today, 760),
    scope: "Indsamling, opbevaring og analyse af lokationsdata i butikker, herunder drift og support.", certificate_covers_processing: "yes", covers_requirements: "yes", breaches: "no",
  };
  const byConcept: Readonly<Record<number, Record<string, unknown>>> = {
    2: { confirmation: "confirmed", agreement_confirmed: "Den gældende databehandleraftale" },
    3: status, 4: certificate, 5: statement, 6: { breaches: "no" },
  };
  return byConcept[concept] ?? {};
}

/** Answers to every question that is asked, in its order: the best there is, with some said otherwise. */
export function answersFor(frozen: FrozenQuestionnaire, today: IsoDate, said: Said): [string, Answer][] {
  const best = Object.fromEntries(listAnswerable(frozen).flatMap(({ name }) => {
    if (Object.hasOwn(asAgreed, name)) return [[name, asAgreed[name]]];
    if (name.startsWith("approved_")) return [[name, "still-used"]];
    if (name.startsWith("assumed_")) return [[name, "no"]];
    const met = Object.entries(frozen.scoring[name]?.levels ?? {}).find(([, level]) => level === "met");
    if (!met) return [];
    if (name.startsWith("instead_")) return [[name, words(met[0], "Det fremgår af vores egen sikkerhedspolitik.")]];
    return [[name, name.startsWith("special_") && said.special !== undefined ? said.special : met[0]]];
  }));
  const all = Object.entries({ ...best, ...Object.assign({}, ...partsOf(frozen).toReversed().map((part) => clean(part, today))), ...said }).map(([name, given]): [string, Answer] => [name, isAnswer(given) ? given : { value: given, comment: null }]);
  const given: Answers = Object.fromEntries(all.filter(([, { value }]) => value !== null && value !== undefined));
  const asked = listVisible(frozen, given).flatMap(({ elements }) => elements.map(({ name }) => name));
  return asked.flatMap((name): [string, Answer][] => (given[name] ? [[name, given[name]]] : []));
}

const isAnswer = (given: unknown): given is Answer => typeof given === "object" && given !== null && "comment" in given;
