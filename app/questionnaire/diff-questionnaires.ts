import { canonicalJson } from "./canonical-json.ts";
import type { FrozenQuestionnaire, Ground, Localized, SurveyElement } from "./types.ts";

/** What is different about a question that stands in both. */
export type ChangedPart = "title" | "description" | "choices" | "required" | "condition" | "evidence" | "weight" | "page";
export type QuestionChange = { question: string; title: Localized; before: Localized; parts: ChangedPart[] };
/** A limit of the agreement in one year's questions and the next; null where it was not there. */
export type LimitChange = { kind: string; before: Localized | null; after: Localized | null };

export type QuestionnaireDiff = {
  added: { question: string; title: Localized }[];
  removed: { question: string; title: Localized }[];
  changed: QuestionChange[];
  limits: LimitChange[];
  minutes: { before: number; after: number };
};

type Asked = { element: SurveyElement; page: string; files: SurveyElement[] };

/**
 * What a request asks otherwise than the one before it on the same agreement. Questions are told apart by their names, which stay from year to
 * year; places for evidence belong to their question. The interval of the breach question moves each year and is no change.
 */
export function diffQuestionnaires(before: FrozenQuestionnaire, after: FrozenQuestionnaire): QuestionnaireDiff {
  const [old, now] = [asked(before), asked(after)];
  const titled = ([question, { element }]: [string, Asked]) => ({ question, title: titleOf(element) });
  return {
    added: [...now].filter(([name]) => !old.has(name)).map(titled),
    removed: [...old].filter(([name]) => !now.has(name)).map(titled),
    changed: [...now].flatMap(([question, one]) => {
      const was = old.get(question);
      const parts = was ? differences(was, one, before, after) : [];
      return was && parts.length > 0 ? [{ question, title: titleOf(one.element), before: titleOf(was.element), parts }] : [];
    }),
    limits: limitChanges(before.grounds ?? [], after.grounds ?? []),
    minutes: { before: before.minutes, after: after.minutes },
  };
}

/** Whether the two ask the same. */
export const isSameRequest = ({ added, removed, changed, limits }: QuestionnaireDiff) => added.length + removed.length + changed.length + limits.length === 0;

function asked({ survey }: FrozenQuestionnaire): Map<string, Asked> {
  const all = survey.pages.flatMap((page) => page.elements.map((element) => ({ element, page: page.name })));
  const names = new Set(all.map(({ element }) => element.name));
  const isSlot = ({ type, name }: SurveyElement) => type === "file" && names.has(name.replace(/_evidence$/, ""));
  return new Map(all.filter(({ element }) => !isSlot(element)).map(({ element, page }): [string, Asked] =>
    [element.name, { element, page, files: all.flatMap((one) => (one.element.name === `${element.name}_evidence` && isSlot(one.element) ? [one.element] : [])) }]));
}

const titleOf = ({ title, name }: SurveyElement): Localized => title ?? { da: name, en: name };

function differences(was: Asked, is: Asked, before: FrozenQuestionnaire, after: FrozenQuestionnaire): ChangedPart[] {
  const [old, now] = [was.element, is.element];
  const [oldRule, rule] = [before.scoring[old.name], after.scoring[now.name]];
  const pairs: [ChangedPart, unknown, unknown][] = [
    ["title", undated(old.title), undated(now.title)],
    ["description", undated(old.description), undated(now.description)],
    ["choices", [old.choices, old.templateElements], [now.choices, now.templateElements]],
    ["required", old.isRequired ?? false, now.isRequired ?? false],
    ["condition", old.visibleIf ?? "", now.visibleIf ?? ""],
    ["evidence", [was.files, oldRule?.evidence], [is.files, rule?.evidence]],
    ["weight", [oldRule?.weight, oldRule?.critical], [rule?.weight, rule?.critical]],
    ["page", was.page, is.page],
  ];
  return pairs.filter(([, one, other]) => text(one) !== text(other)).map(([part]) => part);
}

const text = (value: unknown) => canonicalJson(JSON.parse(JSON.stringify(value ?? null)));

/** A text without the day since which is asked: it moves every year. */
function undated(localized: Localized | undefined): string {
  return localized ? `${localized.da}\n${localized.en}`.replace(/(siden|since) (\d{1,2}\.? \p{L}+\.? \d{4}|aftalen trådte i kraft|the agreement took effect)/gu, "$1") : "";
}

function limitChanges(before: readonly Ground[], after: readonly Ground[]): LimitChange[] {
  const limitsOf = (grounds: readonly Ground[]) => new Map(grounds.filter(({ kind }) => kind === "limit").map(({ key, text: said, source }) => [key, { said: said ?? null, source }]));
  const [old, now] = [limitsOf(before), limitsOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((kind): LimitChange[] => {
    const [was, is] = [old.get(kind), now.get(kind)];
    return text(was) === text(is) ? [] : [{ kind, before: was?.said ?? null, after: is?.said ?? null }];
  });
}
