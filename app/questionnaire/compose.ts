import phrases from "#questionnaires/phrases.v1.json" with { type: "json" };
import { formatDate } from "#app/text/format.ts";
import { currentQuestionnaire } from "./catalogue.ts";
import { readSupplements } from "./parts.ts";
import { parseFrozen } from "./schema.ts";
import type { Concept, FrozenQuestionnaire, Localized, QuestionnaireFile, ScoringRule, SpecialTemplate, SurveyElement, SurveyPage } from "./types.ts";

/** A special requirement of the agreement, as its question needs it. Without an English text the Danish one stands in both. */
export type SpecialRequirement = { id: string; textDa: string; textEn?: string | null; critical?: boolean; evidenceAsked?: boolean };

export type ComposeInput = {
  concept: Concept;
  /** Concepts that supplement the first within the same request. */
  supplements?: readonly Concept[];
  agreement: { title: string; specialRequirements: readonly SpecialRequirement[] };
  /** ISO day of the last concluded supervision; null: the time since the agreement took effect. */
  lastSupervisionOn: string | null;
  controllerName: string;
};

/**
 * The questionnaire of one request: the concept's own questions, one more per special requirement, and the names and the interval
 * filled in. The same input always gives the same questionnaire. Throws when the result is not allowed (schema.ts).
 */
export function composeRequest({ concept, supplements = [], agreement, lastSupervisionOn, controllerName }: ComposeInput): FrozenQuestionnaire {
  const parts = [concept, ...readSupplements(concept, supplements)];
  const { specialRequirement, ...base } = parts.map((part) => structuredClone(currentQuestionnaire(part))).reduce(joined);
  const since: Localized = lastSupervisionOn
    ? fill(phrases.since, { date: { da: formatDate(lastSupervisionOn, "da"), en: formatDate(lastSupervisionOn, "en") } })
    : phrases.sinceBeginning;
  const same = (text: string): Localized => ({ da: text, en: text });
  const values = { controller: same(harmless(controllerName)), agreement: same(harmless(agreement.title)), since };
  const withSpecial = addSpecial(base, specialRequirement, agreement.specialRequirements);
  return parseFrozen({ ...withSpecial, parts, survey: fill(withSpecial.survey, values) });
}

/** Two concepts in one questionnaire: what both ask is asked once, as the first asks it. Breaches and signatures stay last. */
function joined(first: QuestionnaireFile, second: QuestionnaireFile): QuestionnaireFile {
  const asked = new Set(first.survey.pages.flatMap(({ elements }) => elements.map(({ name }) => name)));
  const more = second.survey.pages
    .map((page) => ({ ...page, elements: page.elements.filter(({ name }) => !asked.has(name)) }))
    .filter(({ elements }) => elements.length > 0);
  const last = first.survey.pages.findIndex(({ name }) => name === first.specialRequirement.page.before);
  const pages = first.survey.pages.toSpliced(last < 0 ? first.survey.pages.length : last, 0, ...more);
  return { ...first, minutes: first.minutes + second.minutes, survey: { ...first.survey, pages }, scoring: { ...second.scoring, ...first.scoring } };
}

function addSpecial(base: Omit<QuestionnaireFile, "specialRequirement">, template: SpecialTemplate, requirements: readonly SpecialRequirement[]): FrozenQuestionnaire {
  if (requirements.length === 0) return base;
  const { before, ...page } = template.page;
  const isAsked = ({ evidenceAsked }: SpecialRequirement) => Boolean(evidenceAsked) && template.scoring.evidence !== "none";
  const elements = requirements.flatMap((requirement) => {
    const { id, textDa, textEn } = requirement;
    const text = { da: harmless(textDa), en: harmless(textEn?.trim() ? textEn : textDa) };
    const own: SurveyElement[] = fill(template.elements, { id: { da: id, en: id }, requirement: text });
    return own.map((element) => (element.type === "file" && isAsked(requirement) ? { ...element, description: phrases.evidenceAsked } : element));
  });
  const special: SurveyPage = { ...page, elements };
  const at = base.survey.pages.findIndex(({ name }) => name === before);
  const pages = base.survey.pages.toSpliced(at < 0 ? base.survey.pages.length : at, 0, special);
  const rules = requirements.map((requirement): [string, ScoringRule] => {
    const { scoring } = template;
    const { id, critical } = requirement;
    const evidence = isAsked(requirement) ? "required" : scoring.evidence;
    return [`special_${id}`, { ...scoring, critical: critical ?? scoring.critical, evidence, requirements: [...scoring.requirements, `special:${id}`] }];
  });
  return { ...base, minutes: base.minutes + requirements.length * 2, survey: { ...base.survey, pages }, scoring: { ...base.scoring, ...Object.fromEntries(rules) } };
}

/** Replaces every `[[name]]`, once, in all texts: the Danish value under `da`, the English under `en`. */
function fill<T>(json: T, values: Record<string, Localized>, language: keyof Localized = "da"): T {
  if (typeof json === "string") return json.replace(/\[\[(\w+)\]\]/g, (whole, name: string) => values[name]?.[language] ?? whole) as T;
  if (Array.isArray(json)) return json.map((one) => fill(one as unknown, values, language)) as T;
  if (typeof json !== "object" || json === null) return json;
  return Object.fromEntries(Object.entries(json).map(([key, one]) => [key, fill(one as unknown, values, key === "da" || key === "en" ? key : language)])) as T;
}

/** A text of the organisation's own, with nothing in it that a form could take for piping or mark-up. */
function harmless(text: string): string {
  const printable = text.replace(/\r\n?/g, "\n").replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, "");
  return printable.replaceAll("{", "\uff5b").replaceAll("}", "\uff5d").replace(/<(?=[a-z!/?])/gi, "\u2039").replaceAll("[[", "[\u200b[").trim();
}
