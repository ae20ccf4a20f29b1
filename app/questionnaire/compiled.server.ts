import { SurveyModel, type Question } from "survey-core";
import "survey-core/i18n/danish";
import { hashQuestionnaire } from "./freeze.server.ts";
import type { FrozenQuestionnaire, Language, SurveyElement } from "./types.ts";

/** Keeps the last so many values; reading one makes it the newest. */
class Recent<T> {
  #kept = new Map<string, T>();
  #most: number;
  constructor(most: number) {
    this.#most = most;
  }
  get(key: string, make: () => T): T {
    const value = this.#kept.get(key) ?? make();
    this.#kept.delete(key);
    this.#kept.set(key, value);
    if (this.#kept.size > this.#most) this.#kept.delete(this.#kept.keys().next().value!);
    return value;
  }
}

/** Whole questionnaires take some 1.3 MB each, single questions some 90 kB. */
const surveys = new Recent<SurveyModel>(24);
const questions = new Recent<SurveyModel>(400);
const hashes = new WeakMap<FrozenQuestionnaire, string>();

/** Runs `use` on the compiled questionnaire filled with `data`, and empties it again. `hash` saves computing it. */
export function withSurvey<T>(frozen: FrozenQuestionnaire, data: Record<string, unknown>, language: Language, use: (model: SurveyModel) => T, hash = knownHash(frozen)): T {
  const model = surveys.get(`${language}:${hash}`, () => compile({ ...frozen.survey, locale: language }));
  try {
    model.data = structuredClone(data);
    return use(model);
  } finally {
    model.data = {};
  }
}

/**
 * Runs `use` on one compiled question. Compiled without its texts and conditions of visibility, so the same question
 * of every request of every controller is compiled once.
 */
export function withQuestion<T>(element: SurveyElement, data: Record<string, unknown>, language: Language, use: (question: Question) => T): T {
  const { title: _title, description: _description, visibleIf: _visibleIf, commentText: _commentText, ...rest } = element;
  const bare = { ...rest, choices: rest.choices?.map(({ value }) => value) };
  const model = questions.get(`${language}:${JSON.stringify(bare)}`, () => compile({ locale: language, pages: [{ name: "page", elements: [bare] }] }));
  model.data = structuredClone(data); // replaces all that was there; emptying it afterwards would halve the speed
  return use(model.getQuestionByName(element.name));
}

function knownHash(frozen: FrozenQuestionnaire): string {
  const hash = hashes.get(frozen) ?? hashQuestionnaire(frozen);
  hashes.set(frozen, hash);
  return hash;
}

function compile(json: object): SurveyModel {
  const model = new SurveyModel(json);
  model.clearInvisibleValues = "none";
  return model;
}
