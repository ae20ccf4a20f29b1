import type { FindingState } from "#app/domain/findings/finding-state.ts";
import type { Severity } from "#app/domain/findings/raised-finding.ts";
import { hasPart } from "#app/questionnaire/parts.ts";
import { presentQuestionnaire } from "#app/questionnaire/present.ts";
import type { Answers, FrozenQuestionnaire, Language } from "#app/questionnaire/types.ts";
import { statementFacts } from "#app/questionnaire/statement-facts.ts";
import type { AgreementSnapshot } from "../agreement-snapshot.ts";

/** A finding as a page shows it; its words are built from rule and values (app/text finding.json). Dates are ISO days. */
export type FindingView = {
  id: string; rule: string; severity: Severity; blocking: boolean; source: string; state: FindingState; version: number;
  question: string; questionTitle: string | null; values: Record<string, string | number>; body: string;
  measure: string; ownerName: string; dueOn: string | null; acceptedUntil: string | null; released: boolean;
  /** The same fact stood in an earlier supervision. */
  returned: boolean;
};

type StoredFinding = {
  id: string; rule: string; severity: string; blocking: boolean; source: string; state: string; version: number; question: string; values: unknown; body: string;
  measure: string; ownerName: string; dueOn: Date | null; acceptedUntil: Date | null; releasedAt: Date | null; previousId: string | null;
};

const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

/** What the ids in a finding's values stand for, in one language. */
export type FindingNames = { questions: Map<string, string>; descriptions: Map<string, string>; requirements: Map<string, string>; exceptions: Map<string, string>; controls: Map<string, string> };

/** The names that findings of one case refer to. */
export function findingNames(frozen: FrozenQuestionnaire, answers: Answers, agreement: AgreementSnapshot, language: Language): FindingNames {
  const items = presentQuestionnaire(frozen, language, answers).pages.flatMap(({ items }) => items);
  const statement = hasPart(frozen, 5) ? statementFacts(frozen, answers).statement : null;
  return {
    questions: new Map(items.map(({ name, title }) => [name, title])),
    descriptions: new Map(items.map(({ name, description }) => [name, description ?? ""])),
    requirements: new Map(agreement.specialRequirements.map(({ id, textDa, textEn }) => [id, language === "en" && textEn ? textEn : textDa])),
    exceptions: new Map((statement?.exceptions ?? []).map(({ ref, text }) => [ref, text === "" ? ref : `${ref}: ${text}`])),
    controls: new Map((statement?.complementaryControls ?? []).map(({ ref, text }) => [ref, text])),
  };
}

/** One stored finding with the names its values refer to. */
export function presentFinding(found: StoredFinding, names: FindingNames | null): FindingView {
  const values = { ...(found.values as Record<string, string | number>) };
  const name = (key: string, known: Map<string, string> | undefined) => {
    const value = values[key];
    if (value !== undefined) values[key] = known?.get(String(value)) ?? value;
  };
  name("requirement", names?.requirements);
  name("exception", names?.exceptions);
  name("control", names?.controls);
  // What was agreed stands in the question as it was asked, in both languages.
  if (found.rule === "DRIFT-RETENTION") values.agreed = names?.descriptions.get(found.question) || String(values.agreed ?? "");
  const { id, rule, blocking, source, version, question, body, measure, ownerName } = found;
  return {
    id, rule, blocking, source, version, question, body, measure, ownerName, values, severity: found.severity as Severity, state: found.state as FindingState,
    questionTitle: names?.questions.get(question) ?? null, dueOn: day(found.dueOn), acceptedUntil: day(found.acceptedUntil), released: found.releasedAt !== null, returned: found.previousId !== null,
  };
}
