import phrases from "#questionnaires/phrases.v2.json" with { type: "json" };
import type { Concept, Ground, Localized, ScoringRule, SurveyElement } from "../types.ts";
import type { SpecialRequirement } from "./agreed.ts";
import { placeOf, withoutEmptyDescription } from "./agreed-questions.ts";
import { specialFile } from "./block-files.ts";
import type { Placed } from "./block.ts";
import { confirmed, confirmedRule, shownWords } from "./confirmed.ts";
import { fill, harmless, joinLines, same } from "./fill.ts";
import { clauseWords } from "./limit-words.ts";
import type { ShownStatement } from "./shown-statement.ts";

/** Whose question is asked where several concepts stand in one request: a statement or certificate is looked into before the processor is asked. */
const firstOf: readonly Concept[] = [5, 4, 6, 3, 2];

/** The concept after which special requirements are asked about. */
export const specialConcept = (parts: readonly Concept[]): Concept => firstOf.find((concept) => parts.includes(concept)) ?? 2;

/**
 * One block per special requirement, with what is to be shown (004:272, 374, 428, 482). What a statement was said to cover is only
 * confirmed; that it covers the objectives is not enough, for a special requirement goes beyond them (GAP-3, K5-3).
 */
export function specialQuestions(requirements: readonly SpecialRequirement[], parts: readonly Concept[], shown: ShownStatement | null): Placed[] {
  const concept = specialConcept(parts);
  const { elements, scoring, instead } = specialFile(concept);
  return requirements.map((requirement): Placed => {
    const text = textOf(requirement);
    const values = { id: same(requirement.id), requirement: text, details: detailsOf(requirement) };
    const asked = wantsEvidence(requirement, instead?.scoring ?? scoring);
    const own = [...(instead ? elements : withEvidence(elements, asked)), ...(instead ? withEvidence(instead.elements, asked) : [])];
    const filled: SurveyElement[] = fill(own, values);
    const why: Omit<Ground, "questions"> = { kind: "special", key: requirement.id, source: requirement.source ?? "", text };
    const evidence = asked ? ("required" as const) : scoring.evidence;
    const rules = {
      [`special_${requirement.id}`]: ruleFor(scoring, requirement, instead ? scoring.evidence : evidence),
      ...(instead ? { [`instead_${requirement.id}`]: ruleFor(instead.scoring, requirement, asked ? "required" : instead.scoring.evidence) } : {}),
    };
    const placed = withoutEmptyDescription({ ...placeOf({ page: "special", elements: filled, scoring: rules }, why) });
    return concept !== 5 && shown?.specialRequirements.includes(requirement.id) ? asConfirmed(placed, shown) : placed;
  });
}

function asConfirmed(placed: Placed, shown: ShownStatement): Placed {
  const [question, ...rest] = placed.elements as [SurveyElement, ...SurveyElement[]];
  const words = shownWords(shown, []);
  const rules = Object.fromEntries(Object.entries(placed.scoring ?? {}).map(([name, rule]) => [name, name === question.name ? confirmedRule(rule) : rule]));
  const why: Ground = { kind: "statement", key: "special", questions: [question.name], source: "Datatilsynet 2021, koncept 5", text: words };
  return { ...placed, elements: [confirmed(question, joinLines([words, question.description])!), ...rest], scoring: rules, grounds: [...placed.grounds, why] };
}

const ruleFor = (scoring: ScoringRule, { id, critical }: SpecialRequirement, evidence: ScoringRule["evidence"]): ScoringRule =>
  ({ ...scoring, critical: critical ?? scoring.critical, evidence, requirements: [...scoring.requirements, `special:${id}`] });

/** What is to be shown, where something is; a concept that looks for no evidence asks for none. */
function wantsEvidence({ evidenceAsked, evidenceText }: SpecialRequirement, { evidence }: ScoringRule): Localized | null {
  if (!evidenceAsked || evidence === "none") return null;
  return evidenceText?.trim() ? fill(phrases.evidenceAskedFor, { what: same(harmless(evidenceText)) }) : phrases.evidenceAsked;
}

const withEvidence = (elements: readonly SurveyElement[], asked: Localized | null): SurveyElement[] =>
  elements.map((element) => (element.type === "file" && asked ? { ...element, description: asked } : element));

function textOf({ textDa, textEn }: SpecialRequirement): Localized {
  return { da: harmless(textDa), en: harmless(textEn?.trim() ? textEn : textDa) };
}

function detailsOf({ category, source }: SpecialRequirement): Localized {
  const name = category && category !== "other" ? (phrases.categories as Record<string, Localized>)[category] : null;
  const stands = source?.trim() ? fill(phrases.standsIn, { clause: clauseWords(source) }) : null;
  return joinLines([name ? { da: `${name.da}.`, en: `${name.en}.` } : null, stands], " ") ?? same("");
}
