import type { FrozenQuestionnaire, Ground, SurveyPage } from "../types.ts";
import { blockPages } from "./block-files.ts";
import type { Placed } from "./block.ts";

/** The pages of the controller's own questionnaire; one that is called like one of ours is called otherwise. */
export function ownPages({ survey }: FrozenQuestionnaire): Omit<SurveyPage, "elements">[] {
  return survey.pages.map(({ elements: _elements, name, ...page }) => ({ ...page, name: pageName(name) }));
}

/** The questions of the controller's own published questionnaire, asked instead of ours under concept 6 (the form is free, 004:517). */
export function ownQuestions({ id, survey, scoring }: FrozenQuestionnaire): Placed[] {
  return survey.pages.map(({ name, elements }): Placed => {
    const names = new Set(elements.map((element) => element.name));
    const why: Ground = { kind: "own", key: id, questions: [...names], source: "Datatilsynet 2021, koncept 6", text: survey.title };
    return { page: pageName(name), elements, scoring: Object.fromEntries(Object.entries(scoring).filter(([question]) => names.has(question))), grounds: names.size === 0 ? [] : [why] };
  });
}

const taken = new Set(blockPages.map(({ name }) => name));
const pageName = (name: string) => (taken.has(name) ? `own_${name}` : name);
