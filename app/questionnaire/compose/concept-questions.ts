import phrases from "#questionnaires/phrases.v2.json" with { type: "json" };
import { SECURITY_OBJECTIVES, SECURITY_ONLY } from "#app/domain/assurance/rules/depth.ts";
import type { Concept, Ground, Localized, SurveyElement } from "../types.ts";
import type { ConceptBlock, Placed } from "./block.ts";
import { conceptFile } from "./block-files.ts";
import { confirmed, confirmedRule, shownWords } from "./confirmed.ts";
import { fill, joinLines } from "./fill.ts";
import { limitNumbers } from "./limit-numbers.ts";
import { labelOf, limitLine, limitPhrase } from "./limit-words.ts";
import type { KindOfLimit } from "./limit-words.ts";
import { showsObjectives } from "./shown-statement.ts";
import type { ShownStatement } from "./shown-statement.ts";

/** What the questions of a concept are made from; `points` null: all are asked. */
export type ConceptFacts = { parts: readonly Concept[]; points: number | null; limits: readonly KindOfLimit[]; shown: ShownStatement | null; agreed: Localized | null };

/** The questions of a concept that are asked at so many points, each with the limits agreed for it. Datatilsynet 2021, ch. 4. */
export function conceptQuestions(concept: Concept, facts: ConceptFacts): Placed[] {
  return conceptFile(concept).questions.filter((block) => isAsked(block, facts.points)).map((block) => place(block, concept, facts));
}

/** The questions of these concepts that so many points leave out. */
export function questionsLeftOut(parts: readonly Concept[], points: number | null): { title: Localized; fromPoints: number }[] {
  return parts.flatMap((concept) => conceptFile(concept).questions.filter((block) => !isAsked(block, points))
    .map(({ elements, fromPoints = 0 }) => ({ title: elements[0]!.title ?? { da: "", en: "" }, fromPoints })));
}

/** Whether so many points ask for a block: low points ask less, seven and more ask everything (004:105, "how much is enough"). */
export const isAsked = ({ fromPoints = 1 }: Pick<ConceptBlock, "fromPoints">, points: number | null) => points === null || points >= fromPoints;

function place(block: ConceptBlock, concept: Concept, facts: ConceptFacts): Placed {
  const [question, ...rest] = block.elements as [SurveyElement, ...SurveyElement[]];
  const { objectives = [], scoring = {} } = block;
  const agreed = facts.limits.filter(({ kind }) => block.limits?.includes(kind));
  const withLimits = addLimits(question, block, agreed);
  const base: Ground = { kind: "concept", key: `k${concept}`, questions: [question.name], source: `Datatilsynet 2021, koncept ${concept}` };
  const grounds = [base, ...agreed.flatMap(({ kind, rows }) => rows.slice(0, 1).map((row): Ground => limitGround(row, question.name, kind)))];
  if (facts.shown && showsObjectives(facts.shown, objectives)) {
    const shown: Ground = { kind: "statement", key: objectives.join(""), questions: [question.name], source: "Datatilsynet 2021, koncept 5", text: shownWords(facts.shown, objectives) };
    const what = joinLines([shown.text, withLimits.description === question.description ? null : withLimits.description]);
    const rules = Object.fromEntries(Object.entries(scoring).map(([name, rule]) => [name, name === question.name ? confirmedRule(rule) : rule]));
    return { ...block, elements: [confirmed(withLimits, what!), ...rest], scoring: rules, grounds: [...grounds, shown] };
  }
  const condition = concept === 6 ? onlyIfNotShown(objectives, facts.parts) : null;
  const elements = [question.name === "confirmation" && facts.agreed ? { ...withLimits, description: joinLines([withLimits.description, facts.agreed])! } : withLimits, ...limitNumbers(agreed, question.visibleIf), ...rest];
  return { ...block, elements: condition ? elements.map((element) => onCondition(element, condition)) : elements, grounds };
}

/** The question with the strictest agreed limit in it, and each limit with its clause beneath. */
function addLimits(question: SurveyElement, { limitTitle, limits = [] }: ConceptBlock, agreed: readonly KindOfLimit[]): SurveyElement {
  if (agreed.length === 0) return question;
  const first = agreed.find(({ kind }) => kind === limits[0])?.rows[0];
  const lines = joinLines([question.description, phrases.limitLead, ...agreed.flatMap(({ rows }) => rows.map(limitLine))]);
  return { ...question, title: first && limitTitle ? fill(limitTitle, { limit: limitPhrase(first) }) : question.title, description: lines! };
}

/** Why a limit stands in a question. */
export function limitGround(row: KindOfLimit["rows"][number], question: string, kind: string): Ground {
  const text = joinLines([labelOf(kind), limitPhrase(row)], ": ");
  return { kind: "limit", key: kind, questions: [question], source: row.source, text: text! };
}

const choiceOf: Readonly<Record<string, string>> = {
  A: "a-instructions", B: "b-technical-measures", C: "c-organisational-measures", D: "d-deletion-and-return", E: "e-storage",
  F: "f-sub-processors", G: "g-third-countries", H: "h-data-subject-rights", I: "i-breaches",
};

/**
 * Beside a statement or certificate in the same request, own questions are asked only about what it does not show: objectives it leaves out,
 * all but security where its standard is no opinion on the agreement (GAP-14), and sub-processors where it did not look at how they are
 * supervised (K5-4). Datatilsynet 2021, ch. 4 (004:290-296).
 */
function onlyIfNotShown(objectives: readonly string[], parts: readonly Concept[]): string | null {
  if (objectives.length === 0) return null;
  if (parts.includes(5)) {
    const leftOut = objectives.map((letter) => `{objectives} notempty and {objectives} notcontains '${choiceOf[letter]}'`);
    const noOpinion = objectives.every((letter) => SECURITY_OBJECTIVES.some((one) => one === letter)) ? [] : [`{standard} anyof [${SECURITY_ONLY.map((one) => `'${one}'`).join(", ")}]`];
    return [...leftOut, ...noOpinion, ...(objectives.includes("F") ? ["{subprocessor_supervision} = 'no'"] : [])].join(" or ");
  }
  return parts.includes(4) ? "{covers_requirements} anyof ['partly', 'no']" : null;
}

/** An element that is shown under its own condition and this one. */
const onCondition = (element: SurveyElement, condition: string): SurveyElement => ({ ...element, visibleIf: element.visibleIf ? `(${condition}) and (${element.visibleIf})` : condition });
