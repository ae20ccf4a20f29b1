import { LIMIT_KINDS } from "#app/domain/limits/limit-kinds.ts";
import { strictestLimit } from "#app/domain/limits/strictest-limit.ts";
import type { LocationFacts, RetentionFacts } from "#app/domain/findings/drift/raise-from-drift.ts";
import type { SubprocessorFacts } from "#app/domain/findings/drift/raise-from-subprocessors.ts";
import type { StatedLimit } from "#app/domain/findings/limits/raise-from-limits.ts";
import { saidDurations } from "#app/domain/findings/limits/said-of.ts";
import { LIMIT_NUMBER, unitAsked } from "#app/questionnaire/compose/limit-numbers.ts";
import { DRIFT, driftFacts } from "#app/questionnaire/drift-questions.ts";
import type { Answers, FrozenQuestionnaire, SurveyElement } from "#app/questionnaire/types.ts";
import { listVisible } from "#app/questionnaire/visible.ts";
import type { AgreementSnapshot } from "../agreement-snapshot.ts";

/** What the answers say of practice, beside what the agreement says: the input of the rules on drift, sub-processors and limits. */
export type PracticeFacts = { subprocessors: SubprocessorFacts; locations: LocationFacts; retention: RetentionFacts; limits: StatedLimit[] };
type Given = { frozen: FrozenQuestionnaire; answers: Answers; agreement: AgreementSnapshot };

/** Reads them out of one case. Questionnaires that do not ask say nothing, and then no rule fires. */
export function practiceFacts({ frozen, answers, agreement }: Given): PracticeFacts {
  const drift = driftFacts(frozen, answers);
  const rows = new Map(agreement.subprocessors.map((row) => [row.id, row]));
  return {
    subprocessors: {
      approved: agreement.approvedSubprocessors, refused: agreement.subprocessors.filter(({ status }) => status === "refused").map(({ name }) => name), question: DRIFT.otherSubprocessorList,
      confirmed: drift.approved.flatMap(({ id, question, use, details }) => {
        const row = rows.get(id);
        return row ? [{ name: row.name, question, use, agreed: [row.processing, row.country].filter(Boolean).join(", "), said: details ?? "" }] : [];
      }),
      others: drift.others,
    },
    locations: { question: DRIFT.places, agreed: agreement.locations, asAgreed: drift.placesAsAgreed, elsewhere: drift.placesElsewhere },
    retention: { question: DRIFT.retention, agreed: descriptionOf(frozen.survey.pages.flatMap(({ elements }) => elements), DRIFT.retention), asAgreed: drift.retentionAsAgreed, said: drift.retentionDetails ?? "" },
    limits: statedLimits({ frozen, answers, agreement }),
  };
}

/** What the processor was shown as agreed, as it stands in the questionnaire. */
function descriptionOf(elements: readonly SurveyElement[], name: string): string {
  return elements.find((one) => one.name === name)?.description?.da ?? "";
}

/** Most of an answer that a finding quotes. */
const LONGEST_QUOTE = 300;

/**
 * The lengths of time that answers state: as a number that was asked for (limit-numbers.ts); in words beside an answer, or as the answer
 * itself. A question is about the limits whose known sources it names ("001 C.2 d.8" is the one on patches), or tests by requirement.
 */
function statedLimits({ frozen, answers, agreement }: Given): StatedLimit[] {
  return listVisible(frozen, answers).flatMap(({ elements }) => elements).flatMap(({ name, inputType }): StatedLimit[] => {
    if (inputType === "number" && name.startsWith(LIMIT_NUMBER)) return askedNumber(name, answers[name]?.value, agreement);
    const rule = Object.hasOwn(frozen.scoring, name) ? frozen.scoring[name] : undefined;
    const answer = answers[name];
    const kinds = rule && answer ? kindsOf([...rule.source.split(";"), ...rule.requirements]) : [];
    if (!rule || !answer || kinds.length === 0) return [];
    const own = typeof answer.value === "string" && !Object.hasOwn(rule.levels, answer.value) ? answer.value : "";
    const quote = [own, answer.comment ?? ""].filter(Boolean).join(" – ");
    const durations = saidDurations(quote, kinds);
    return durations.length > 0 ? [{ question: name, kinds, durations, quote: quote.slice(0, LONGEST_QUOTE) }] : [];
  });
}

/** The answer to how long it is in practice (limit-numbers.ts); none where the limit is in words or counted. */
function askedNumber(name: string, value: unknown, { limits }: AgreementSnapshot): StatedLimit[] {
  const kind = name.slice(LIMIT_NUMBER.length);
  const unit = unitAsked(strictestLimit(limits, kind)?.strictest.unit ?? "");
  if (unit === null || typeof value !== "number") return [];
  return [{ question: name, kinds: [kind], durations: [{ value, unit, said: String(value), about: kind, asked: true }], quote: String(value) }];
}

/** The kinds of limit that sources or requirements speak of. */
function kindsOf(sources: readonly string[]): string[] {
  const named = sources.map((source) => source.trim());
  return LIMIT_KINDS.filter(({ known }) => known.some(({ source }) => named.includes(source) || named.includes(source.replace(/^003 /, "")))).map(({ id }) => id);
}
