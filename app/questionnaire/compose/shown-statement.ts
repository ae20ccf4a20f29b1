import { HIGH_ASSURANCE_FROM } from "#app/domain/assurance/statement-facts.ts";
import { addDays, type IsoDate } from "#app/domain/time/iso-date.ts";
import { statementFacts } from "../statement-facts.ts";
import type { Answers, FrozenQuestionnaire } from "../types.ts";

/** An auditor's statement the controller has received under this agreement, and what it shows. `asAt`: it speaks of a day, not of a period. */
export type ShownStatement = { title: string; until: IsoDate; asAt: boolean; objectives: string[]; specialRequirements: string[] };

/** So long a statement speaks for the time after its period (GAP-12: a year is what the guide expects between two). */
const VALID_DAYS = 365;

/**
 * What an answered statement shows on a day, or null when it shows nothing: its period ended no more than a year ago, its conclusion is
 * unmodified, it covers the processing, its giver is independent, its assurance is high where the points ask for that (K5-6), and its
 * objectives are recorded.
 * Datatilsynet 2021, concept 5 (004:480-485) and ch. 4 on combining concepts (004:290-296).
 */
export function shownBy(frozen: Pick<FrozenQuestionnaire, "scoring">, answers: Answers, { today, points }: { today: IsoDate; points: number }): ShownStatement | null {
  const { statement, basis, serviceCovered, specialRequirements } = statementFacts(frozen, answers);
  const until = statement.periodTo ?? statement.asAtDate;
  if (until === null || until > today || addDays(until, VALID_DAYS) < today) return null;
  if (statement.opinion !== "unmodified" || serviceCovered !== true || statement.auditor.independenceDeclared === false || !statement.objectives) return null;
  if (points >= HIGH_ASSURANCE_FROM && basis === "auditors-statement" && statement.assurance !== "high") return null;
  const objectives = Object.entries(statement.objectives).filter(([, coverage]) => coverage === "covered").map(([letter]) => letter);
  const special = specialRequirements.filter(({ coveredByStatement }) => coveredByStatement === true).map(({ id }) => id);
  return objectives.length + special.length === 0 ? null : { title: statement.title, until, asAt: statement.type === 1, objectives, specialRequirements: special };
}

/** Whether the statement shows what has these objectives: all of them are covered, and there is at least one. */
export function showsObjectives(shown: ShownStatement | null | undefined, objectives: readonly string[] | undefined): boolean {
  return Boolean(shown && objectives && objectives.length > 0 && objectives.every((letter) => shown.objectives.includes(letter)));
}
