import phrases from "#questionnaires/phrases.v2.json" with { type: "json" };
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import { formatDate } from "#app/text/format.ts";
import type { ComposedAgreement } from "./compose/agreed.ts";
import { agreedInWords, placeQuestions, retentionQuestions, subprocessorQuestions } from "./compose/agreed-questions.ts";
import { blockPages, conceptFile, specialFile } from "./compose/block-files.ts";
import type { Placed } from "./compose/block.ts";
import { breachQuestions } from "./compose/breach-questions.ts";
import { conceptQuestions, questionsLeftOut } from "./compose/concept-questions.ts";
import { limitQuestions, procedureQuestions } from "./compose/duty-questions.ts";
import { estimateMinutes } from "./compose/estimate-minutes.ts";
import { fill, harmless, joinLines, same } from "./compose/fill.ts";
import { limitLine, limitsByKind } from "./compose/limit-words.ts";
import type { ShownStatement } from "./compose/shown-statement.ts";
import { ownPages, ownQuestions } from "./compose/own-questions.ts";
import { specialConcept, specialQuestions } from "./compose/special-questions.ts";
import { readSupplements } from "./parts.ts";
import { parseFrozen } from "./schema.ts";
import type { Concept, FrozenQuestionnaire, Ground, Localized, Survey, SurveyElement } from "./types.ts";

export type { SpecialRequirement } from "./compose/agreed.ts";

export type ComposeInput = {
  concept: Concept;
  /** Concepts that supplement the first within the same request. */
  supplements?: readonly Concept[];
  /** Points of the agreement: few points ask for less. Null or left out: everything is asked. */
  points?: number | null;
  agreement: ComposedAgreement;
  /** ISO day of the last concluded supervision; null: the time since the agreement took effect. */
  lastSupervisionOn: IsoDate | null;
  controllerName: string;
  /** The newest valid auditor's statement of this agreement: what it shows is confirmed, not asked (shown-statement.ts). */
  shown?: ShownStatement | null;
  /** Whether breaches are asked about under concept 2 too; under 3-6 they always are. */
  askBreaches?: boolean;
  /** The controller's own published questionnaire, which says which it is: asked under concept 6 instead of ours. */
  own?: FrozenQuestionnaire | null;
};

/**
 * The questionnaire of one request: the questions of its concepts, as many as the points ask for; one block per special requirement; what the
 * agreement says of limits, sub-processors, places and duties filled in; and only what is not shown already. Each question stands once, with
 * why it is asked. The same input always gives the same questionnaire. Throws when the result is not allowed (schema.ts).
 */
export function composeRequest(input: ComposeInput): FrozenQuestionnaire {
  const { concept, agreement, lastSupervisionOn, controllerName } = input;
  const parts = [concept, ...readSupplements(concept, input.supplements ?? [])];
  const since: Localized = lastSupervisionOn
    ? fill(phrases.since, { date: { da: formatDate(lastSupervisionOn, "da"), en: formatDate(lastSupervisionOn, "en") } })
    : phrases.sinceBeginning;
  const values = { controller: same(harmless(controllerName)), agreement: same(harmless(agreement.title)), since };
  const placed = once(questionsOf(input, parts)).map((block) => fill(block, values));
  const own = parts.includes(6) ? (input.own ?? null) : null;
  const survey = surveyOf(placed, parts, values, own);
  const { id, version } = conceptFile(concept);
  const scoring = Object.assign({}, ...placed.map((block) => block.scoring ?? {})) as FrozenQuestionnaire["scoring"];
  return parseFrozen({ id, version, concept, parts, minutes: estimateMinutes(survey), survey, scoring, grounds: groundsOf(placed), ...(own?.own ? { own: own.own } : {}) });
}

/** The concepts' own questions that the agreement's points leave out. */
export function leftOut({ concept, supplements = [], points = null, own, controllerName }: ComposeInput): { title: Localized; fromPoints: number }[] {
  const parts = [concept, ...readSupplements(concept, supplements)].filter((part) => !(part === 6 && own));
  return fill(questionsLeftOut(parts, points), { controller: same(harmless(controllerName)) });
}

/** All blocks in the order of their pages, the concepts' own before the agreement's. */
function questionsOf({ agreement, askBreaches = false, shown = null, points = null, own: written = null }: ComposeInput, parts: readonly Concept[]): Placed[] {
  const limits = limitsByKind(agreement.limits ?? []);
  const usable = parts.includes(5) ? null : shown; // a new statement is on its way: it shows for itself
  const told = joinLines([agreedInWords(agreement), ...limits.flatMap(({ rows }) => rows.filter(({ value }) => value !== null).map(limitLine))]);
  const own = once(parts.flatMap((concept) => (concept === 6 && written ? ownQuestions(written) : conceptQuestions(concept, { parts, points, limits, shown: usable, agreed: told }))));
  // A question that an answer may hide tells nobody of its limits.
  const kinds = new Set(own.filter(({ elements }) => elements[0]!.visibleIf === undefined).flatMap(({ grounds }) => grounds.flatMap(({ kind, key }) => (kind === "limit" ? [key] : []))));
  const asksAgreement = parts.some((concept) => concept > 2);
  return [
    ...own,
    ...(asksAgreement ? [...subprocessorQuestions(agreement.subprocessors ?? []), ...placeQuestions(agreement.locations ?? []), ...retentionQuestions(agreement.duration ?? "", limits)] : []),
    ...(asksAgreement ? [...procedureQuestions(agreement.procedures ?? [], parts, limits), ...limitQuestions(limits, { points, told: kinds, parts, procedures: agreement.procedures ?? [] })] : []),
    ...specialQuestions(agreement.specialRequirements, parts, usable),
    ...breachQuestions(parts, askBreaches, limits),
  ];
}

/**
 * Each question once, with what hangs on it: what two concepts both ask is asked as the first of them asks it. What hangs on two questions
 * (how long a limit is in practice) is asked beneath the later, for the reason of either.
 */
function once(blocks: readonly Placed[]): Placed[] {
  const asked = new Set<string>();
  const kept = blocks.filter(({ elements }) => {
    if (elements.length === 0 || asked.has(elements[0]!.name)) return false;
    for (const { name } of elements) asked.add(name);
    return true;
  });
  const places = new Map<string, SurveyElement[]>();
  for (const element of kept.flatMap(({ elements }) => elements)) places.set(element.name, [...(places.get(element.name) ?? []), element]);
  const twice = new Set([...places.values()].filter(({ length }) => length > 1).flat());
  return kept.map((block) => ({
    ...block,
    elements: block.elements.flatMap((element) => (!twice.has(element) ? [element] : places.get(element.name)!.at(-1) === element ? [whenEither(element, places.get(element.name)!)] : [])),
  }));
}

/** The element shown where any of these would be. */
function whenEither({ visibleIf: _own, ...element }: SurveyElement, all: readonly SurveyElement[]): SurveyElement {
  const conditions = all.flatMap(({ visibleIf }) => (visibleIf === undefined ? [] : [`(${visibleIf})`]));
  return conditions.length < all.length ? element : { ...element, visibleIf: conditions.join(" or ") };
}

function surveyOf(placed: readonly Placed[], parts: readonly Concept[], values: Record<string, Localized>, own: FrozenQuestionnaire | null): Survey {
  const [first, ...rest] = parts.map((concept) => (concept === 6 && own ? { title: own.survey.title, description: own.survey.description ?? conceptFile(6).description } : conceptFile(concept)));
  const description = joinLines([first!.description, ...rest.map(({ description: more }) => more)], " ");
  const lead = specialFile(specialConcept(parts)).lead;
  // The controller's own pages stand where ours under concept 6 would.
  const order = blockPages.flatMap((page) => (own && page.name === "agreed" ? [...ownPages(own), page] : [page]));
  const pages = order.flatMap((page) => {
    const elements = placed.filter((block) => block.page === page.name).flatMap((block) => block.elements);
    return elements.length === 0 ? [] : [{ ...page, ...(page.name === "special" ? { description: lead } : {}), elements }];
  });
  return fill({ locale: "da" as const, title: first!.title, description: description!, pages }, values);
}

/** Why the questions are there; the questions of one concept, or of the same cause, together. */
function groundsOf(placed: readonly Placed[]): Ground[] {
  const together = new Map<string, Ground>();
  for (const ground of placed.flatMap((block) => block.grounds)) {
    const id = `${ground.kind} ${ground.key}`;
    const known = together.get(id);
    together.set(id, known ? { ...known, questions: [...new Set([...known.questions, ...ground.questions])] } : ground);
  }
  return [...together.values()];
}
