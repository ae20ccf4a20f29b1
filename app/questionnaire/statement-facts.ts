import type { AuditorStatement, Objective, StatementException, StatementStandard, StatementSubprocessor } from "#app/domain/assurance/auditor-statement.ts";
import type { StatementBasis, StatementFacts } from "#app/domain/assurance/statement-facts.ts";
import { isIsoDate } from "#app/domain/time/iso-date.ts";
import { choiceOf, commentOf, dayOf, linesOf, listSpecialRequirements, panelsOf, textOf, yesOrNo } from "./read-answers.ts";
import type { Answers, FrozenQuestionnaire } from "./types.ts";

/** The part of the GAP rules' input that the answers to concept 5 give; the rest is known of the agreement and the supervision. */
export type AnsweredStatement = Pick<StatementFacts, "statement" | "basis" | "specialRequirements" | "serviceCovered" | "coversAgreement" | "subprocessorSupervisionExamined" | "obtainedOn" | "breachQuestionAnswered">;

/** The control objectives of the ISAE 3000 template. */
export const OBJECTIVES: readonly Objective[] = ["A", "B", "C", "D", "E", "F", "G", "H", "I"];
const standards: readonly StatementStandard[] = ["isae-3000-gdpr", "isae-3402", "soc-1", "soc-2", "iso-27001", "iso-27701", "other"];

/** One of the permitted words, else the fallback. */
const word = <T extends string>(given: string | null, permitted: readonly T[], fallback: T): T => permitted.find((one) => one === given) ?? fallback;

/** What the answers to concept 5 say of the statement. What is not answered is unknown; without an opinion it is a disclaimer. */
export function statementFacts(frozen: Pick<FrozenQuestionnaire, "scoring">, answers: Answers): AnsweredStatement {
  return {
    statement: describeStatement(answers),
    basis: word<StatementBasis>(choiceOf(answers, "basis"), ["auditors-statement", "other-partys-supervision", "joint-mandate"], "auditors-statement"),
    specialRequirements: listSpecialRequirements(frozen).map(({ id, question }) => {
      const choice = choiceOf(answers, question);
      return { id, coveredByStatement: choice === null ? null : choice === "covered" };
    }),
    serviceCovered: yesOrNo(answers, "covers_services"),
    coversAgreement: (["yes", "partly", "no"] as const).find((one) => one === choiceOf(answers, "covers_agreement")) ?? null,
    subprocessorSupervisionExamined: yesOrNo(answers, "subprocessor_supervision"),
    obtainedOn: dayOf(answers, "obtained_on"),
    breachQuestionAnswered: choiceOf(answers, "breaches") !== null,
  };
}

function describeStatement(answers: Answers): AuditorStatement {
  const type = choiceOf(answers, "statement_type");
  const independent = yesOrNo(answers, "independent");
  const restricted = yesOrNo(answers, "restricted_use") === true;
  return {
    standard: word(choiceOf(answers, "standard"), standards, "other"),
    title: textOf(answers, "statement_title") ?? "",
    issuedOn: dayOf(answers, "issued_on"),
    language: null,
    auditor: {
      name: textOf(answers, "auditor_name") ?? "",
      cvr: textOf(answers, "auditor_cvr"),
      signatory: null,
      stateAuthorised: null,
      independenceDeclared: independent,
      relatedToProcessor: independent === null ? null : !independent,
    },
    assurance: word(choiceOf(answers, "assurance"), ["high", "limited"] as const, "unknown"),
    type: type === "type-1" ? 1 : type === "type-2" ? 2 : null,
    asAtDate: type === "type-1" ? dayOf(answers, "as_at") : null,
    periodFrom: type === "type-2" ? dayOf(answers, "period_from") : null,
    periodTo: type === "type-2" ? dayOf(answers, "period_to") : null,
    addressee: word(choiceOf(answers, "addressee"), ["all-customers", "specific-controller", "group"] as const, "unknown"),
    criteria: word(choiceOf(answers, "criteria"), ["generic", "specific-agreement"] as const, "unknown"),
    servicesCovered: linesOf(answers, "services_covered"),
    servicesExcluded: linesOf(answers, "services_excluded"),
    locations: [],
    opinion: word(choiceOf(answers, "opinion"), ["unmodified", "qualified", "adverse"] as const, "disclaimer"),
    emphasis: [],
    objectives: coveredObjectives(answers),
    exceptions: yesOrNo(answers, "exceptions_found") ? apart(panelsOf(answers, "exceptions").map(toException)) : [],
    subprocessorMethod: word(choiceOf(answers, "subprocessor_method"), ["carve-out", "inclusive", "none"] as const, "unknown"),
    subprocessors: namedSubprocessors(answers),
    complementaryControls: linesOf(answers, "complementary_controls").map((text, index) => ({ ref: String(index + 1), text, ourOwner: null, ourStatus: null })),
    restrictedUse: restricted ? commentOf(answers, "restricted_use") : null,
    sharingForbidden: restricted,
  };
}

/** "a-instructions" stands for objective A, and so on; null when the question is not answered. */
function coveredObjectives(answers: Answers): AuditorStatement["objectives"] {
  const chosen = answers.objectives?.value;
  if (!Array.isArray(chosen) || chosen.length === 0) return null;
  const letters = chosen.map((one) => String(one).charAt(0).toUpperCase());
  return Object.fromEntries(OBJECTIVES.map((letter) => [letter, letters.includes(letter) ? "covered" : "not-covered"]));
}

function namedSubprocessors(answers: Answers): StatementSubprocessor[] | null {
  const method = choiceOf(answers, "subprocessor_method");
  if (method === "none") return [];
  const names = linesOf(answers, "subprocessors");
  return names.length === 0 ? null : names.map((name) => ({ name, method: word(method, ["carve-out", "inclusive"] as const, "unknown"), evidenceRef: null }));
}

function toException(panel: Record<string, unknown>, index: number): StatementException {
  const text = (field: string) => (typeof panel[field] === "string" && panel[field].trim() ? panel[field].trim() : null);
  const due = text("due_on");
  return { ref: text("ref") ?? String(index + 1), text: text("finding") ?? "", managementResponse: text("management_response"), dueOn: due && isIsoDate(due) ? due : null };
}

/** Auditors number by control objective: a reference that comes again is told apart, so that no exception hides behind another. */
function apart(exceptions: StatementException[]): StatementException[] {
  return exceptions.map((one, place) => {
    const earlier = exceptions.slice(0, place).filter(({ ref }) => ref === one.ref).length;
    return earlier === 0 ? one : { ...one, ref: `${one.ref} (${earlier + 1})` };
  });
}
