import type { Objective, StatementStandard } from "#app/domain/assurance/auditor-statement.ts";
import { SECURITY_OBJECTIVES, SECURITY_ONLY } from "#app/domain/assurance/rules/depth.ts";
import { HIGH_ASSURANCE_FROM } from "#app/domain/assurance/statement-facts.ts";
import { addDays, type IsoDate } from "#app/domain/time/iso-date.ts";
import { OBJECTIVES, statementFacts } from "../statement-facts.ts";
import type { AnsweredStatement } from "../statement-facts.ts";
import type { Answers, FrozenQuestionnaire } from "../types.ts";

/** An auditor's statement the controller has received under this agreement, and what it shows. `asAt`: it speaks of a day, not of a period. */
export type ShownStatement = { title: string; until: IsoDate; asAt: boolean; objectives: string[]; specialRequirements: string[] };

/** So long a statement speaks for the time after its period (GAP-12: a year is what the guide expects between two). */
const VALID_DAYS = 365;

/**
 * What an answered statement shows on a day, or null when it shows nothing: its period ended no more than a year ago, its conclusion is
 * unmodified, it covers the processing, its giver has said to be independent (GAP-11), its assurance is high where the points ask for that
 * (K5-6), and it is about processing agreements (K5-2); one under a security standard need not be, and shows security alone (GAP-14).
 * Datatilsynet 2021, concept 5 (004:480-485) and ch. 4 on combining concepts (004:290-296).
 */
export function shownBy(frozen: Pick<FrozenQuestionnaire, "scoring">, answers: Answers, { today, points }: { today: IsoDate; points: number }): ShownStatement | null {
  const answered = statementFacts(frozen, answers);
  const { statement, basis, serviceCovered, coversAgreement, specialRequirements } = answered;
  const until = statement.periodTo ?? statement.asAtDate;
  if (until === null || until > today || addDays(until, VALID_DAYS) < today) return null;
  if (statement.opinion !== "unmodified" || serviceCovered !== true || statement.auditor.independenceDeclared !== true || !statement.objectives) return null;
  if (coversAgreement === "no" && !SECURITY_ONLY.includes(statement.standard)) return null;
  if (points >= HIGH_ASSURANCE_FROM && basis === "auditors-statement" && statement.assurance !== "high") return null;
  const objectives = objectivesShown(answered);
  const special = specialRequirements.filter(({ coveredByStatement }) => coveredByStatement === true).map(({ id }) => id);
  return objectives.length + special.length === 0 ? null : { title: statement.title, until, asAt: statement.type === 1, objectives, specialRequirements: special };
}

/**
 * The objectives it covers and found no exception in (GAP-5); an exception that names no objective may be in any of them. Sub-processors (F)
 * are not shown by one that did not look at how the processor supervises them (K5-4).
 */
function objectivesShown({ statement, subprocessorSupervisionExamined }: AnsweredStatement): Objective[] {
  const covered = (Object.keys(statement.objectives ?? {}) as Objective[]).filter((letter) => statement.objectives?.[letter] === "covered");
  const excepted = statement.exceptions.flatMap(({ ref }) => objectivesIn(ref, statement.standard));
  const supports = SECURITY_ONLY.includes(statement.standard) ? SECURITY_OBJECTIVES : covered;
  return covered.filter((letter) => supports.includes(letter) && !excepted.includes(letter) && !(letter === "F" && subprocessorSupervisionExamined === false));
}

/** The objectives that the number of a control may belong to: B for "B.7" or "kontrol b7"; all of them where the standard numbers otherwise or no letter is given. */
function objectivesIn(ref: string, standard: StatementStandard): readonly Objective[] {
  const named = standard === "isae-3000-gdpr" ? OBJECTIVES.filter((letter) => new RegExp(`(?<!\\p{L})${letter}(?!\\p{L})`, "iu").test(ref)) : [];
  return named.length > 0 ? named : OBJECTIVES;
}

/** Whether the statement shows what has these objectives: all of them are covered, and there is at least one. */
export function showsObjectives(shown: ShownStatement | null | undefined, objectives: readonly string[] | undefined): boolean {
  return Boolean(shown && objectives && objectives.length > 0 && objectives.every((letter) => shown.objectives.includes(letter)));
}
