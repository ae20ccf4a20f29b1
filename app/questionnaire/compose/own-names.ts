import { firstQuestionnaire } from "../catalogue.ts";
import type { FrozenQuestionnaire, SurveyElement } from "../types.ts";
import { agreementFile, blockPages, conceptFile } from "./block-files.ts";

const { approved: _approved, assumed: _assumed, procedures, ...blocks } = agreementFile;
/** Names that mean something to the portal: its answers are looked for under them. Concept 6 is not among them: own questions stand in its place. */
const reserved = new Set([
  ...([2, 3, 4, 5] as const).flatMap((concept) => conceptFile(concept).questions), ...Object.values(blocks), ...Object.values(procedures),
].flatMap(({ elements }) => elements.map(({ name }) => name)));
const reservedStart = /^(?:approved|assumed|special|instead)_/;
const pages = new Set(blockPages.map(({ name }) => name));
const isReserved = (name: string) => reserved.has(name) || reservedStart.test(name);

/** The portal's own questions about breaches: asked of everybody under concept 6, and so not once more by a copy of them. */
const breaches = new Set(agreementFile.breaches.elements.map(({ name }) => name));

/** Whether a question is the portal's first own of that name, as a copy of the standard questionnaire brings it along. */
function isCopy(element: SurveyElement): boolean {
  const ours = firstQuestionnaire(6).survey.pages.flatMap(({ elements }) => elements).find(({ name }) => name === element.name);
  const values = ({ choices = [], templateElements = [] }: SurveyElement) => JSON.stringify([choices.map(({ value }) => value), templateElements.map(({ name }) => name)]);
  return ours !== undefined && ours.type === element.type && ours.title?.da === element.title?.da && values(ours) === values(element);
}

/** What the questions and pages of an own questionnaire are called in a request, where they would else be taken for the portal's; null: left out, the portal asks it. */
export function namesInRequest({ survey }: FrozenQuestionnaire): { question: ReadonlyMap<string, string | null>; page: ReadonlyMap<string, string> } {
  const elements = survey.pages.flatMap((page) => page.elements);
  const all = new Set(elements.map(({ name }) => name));
  const taken = new Set([...all, ...survey.pages.map(({ name }) => name)]);
  const free = (name: string): string => (taken.has(`own_${name}`) ? free(`own_${name}`) : `own_${name}`);
  const question = new Map<string, string | null>();
  for (const element of elements) {
    const { name } = element;
    const beside = name.replace(/_evidence$/, ""); // the question whose evidence it is
    if (beside !== name && all.has(beside)) continue;
    if (!isReserved(name) && !isReserved(beside)) continue;
    const called = breaches.has(name) && isCopy(element) ? null : free(name);
    question.set(name, called);
    if (all.has(`${name}_evidence`)) question.set(`${name}_evidence`, called && `${called}_evidence`);
  }
  return { question, page: new Map(survey.pages.flatMap(({ name }) => (pages.has(name) ? [[name, free(name)]] : []))) };
}
