import type { FrozenQuestionnaire, Ground, SurveyElement, SurveyPage } from "../types.ts";
import type { Placed } from "./block.ts";
import { namesInRequest } from "./own-names.ts";

type Names = ReturnType<typeof namesInRequest>;

/** An expression that looks at the questions under their names in the request; those that are left out keep theirs, which is then the portal's question. */
const looking = (text: string, { question }: Names) => text.replace(/\{([A-Za-z][\w.-]*?)(-Comment)?\}/g, (_, name: string, end = "") => `{${question.get(name) ?? name}${String(end)}}`);

function called(element: SurveyElement, names: Names): SurveyElement {
  const { name, visibleIf, requiredIf, validators } = element;
  return {
    ...element, name: names.question.get(name) ?? name, ...(visibleIf === undefined ? {} : { visibleIf: looking(visibleIf, names) }), ...(requiredIf === undefined ? {} : { requiredIf: looking(requiredIf, names) }),
    ...(validators === undefined ? {} : { validators: validators.map((one) => (one.expression === undefined ? one : { ...one, expression: looking(one.expression, names) })) }),
  };
}

/** The pages of the controller's own questionnaire; one that is called like one of ours is called otherwise. */
export function ownPages(own: FrozenQuestionnaire): Omit<SurveyPage, "elements">[] {
  const names = namesInRequest(own);
  return own.survey.pages.map(({ elements: _elements, name, visibleIf, ...page }) => ({ ...page, name: names.page.get(name) ?? name, ...(visibleIf === undefined ? {} : { visibleIf: looking(visibleIf, names) }) }));
}

/** The questions of the controller's own published questionnaire, asked instead of ours under concept 6 (the form is free, 004:517). */
export function ownQuestions(own: FrozenQuestionnaire): Placed[] {
  const { id, survey, scoring } = own;
  const names = namesInRequest(own);
  return survey.pages.map(({ name: page, elements }): Placed => {
    const asked = elements.filter(({ name }) => names.question.get(name) !== null);
    const questions = asked.map((element) => called(element, names));
    const rules = asked.flatMap(({ name }) => (scoring[name] ? [[names.question.get(name) ?? name, scoring[name]] as const] : []));
    const why: Ground = { kind: "own", key: id, questions: questions.map(({ name }) => name), source: "Datatilsynet 2021, koncept 6", text: survey.title };
    return { page: names.page.get(page) ?? page, elements: questions, scoring: Object.fromEntries(rules), grounds: questions.length === 0 ? [] : [why] };
  });
}
