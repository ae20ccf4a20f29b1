import { listAnswerable } from "#app/questionnaire/answers.ts";
import { printOf } from "#app/questionnaire/offline/answer-mark.ts";
import type { Mistake, Place, SheetAnswer } from "#app/questionnaire/offline/read-sheets.ts";
import { isBlank } from "#app/questionnaire/answers.ts";
import { listElements } from "#app/questionnaire/elements.ts";
import type { Answer, FrozenQuestionnaire, Language, SurveyElement } from "#app/questionnaire/types.ts";
import { validateAnswer } from "#app/questionnaire/validate-answers.server.ts";
import { listVisible } from "#app/questionnaire/visible.ts";
import type { Answering, StoredAnswer } from "../answering.server.ts";
import { draftOf, isOpenFor } from "../write-answer.server.ts";

/** An answer of a workbook that is to be written; `version` is the one its writer saw. */
export type PlannedAnswer = Answer & { question: string; version: number; place: Place };
/** What would become of a workbook: nothing is written by planning. */
export type ImportPlan = {
  changes: PlannedAnswer[];
  /** A colleague has answered since the workbook was fetched. */
  conflicts: (PlannedAnswer & { theirs: StoredAnswer })[];
  mistakes: Mistake[];
  /** Answered in the workbook, though its other answers make the question fall away. */
  hidden: { question: string; place: Place }[];
  /** Required and still blank once this is written. */
  missing: { question: string; place: Place | null }[];
  unchanged: number;
};

const blank: Answer = { value: null, comment: null };
type Read = { answers: readonly SheetAnswer[]; mistakes: readonly Mistake[] };

/**
 * Holds a workbook's answers against what is stored and what was sent, by the rules of the form online: the same shapes, the same reasons that
 * must be given, the same questions asked. What nobody touched in the workbook is left as it is, also where a colleague has changed it since.
 */
export function planImport(request: Answering, frozen: FrozenQuestionnaire, { answers, mistakes }: Read, language: Language): ImportPlan {
  const drafts = draftOf(request);
  const elements = new Map(listElements(frozen.survey).map((element) => [element.name, element]));
  const faulty = new Set(mistakes.map(({ question }) => question));
  const sound = answers.filter(({ question }) => !faulty.has(question));
  const touched = sound.filter((one) => printOf(one) !== one.mark.print && printOf(one) !== printOf(drafts[one.question] ?? blank));
  const { asked, hidden, merged } = settle(frozen, drafts, touched);
  const plan: ImportPlan = {
    changes: [], conflicts: [], mistakes: [...mistakes], unchanged: sound.length - touched.length,
    hidden: hidden.filter(({ value, comment }) => !isBlank(value) || !isBlank(comment)).map(({ question, place }) => ({ question, place })), missing: [],
  };
  for (const one of asked) {
    const { question, value, comment, mark, place } = one;
    const mistake = isOpenFor(request, frozen, question) ? ruleBroken(one, elements.get(question)!) : { ...empty, ...place, code: "locked" as const, question };
    const planned = { question, value, comment, version: mark.version, place };
    const stored = request.answers[question];
    if (mistake) plan.mistakes.push(mistake);
    else if (stored && stored.version !== mark.version) plan.conflicts.push({ ...planned, version: stored.version, theirs: stored });
    else plan.changes.push(planned);
  }
  const places = new Map(answers.map(({ question, place }) => [question, place]));
  const visible = new Set(listVisible(frozen, merged).flatMap((page) => page.elements.map(({ name }) => name)));
  plan.missing = listAnswerable(frozen).filter(({ name, isRequired }) => isRequired && visible.has(name) && !faulty.has(name) && isBlank(merged[name]?.value))
    .map(({ name }) => ({ question: name, place: places.get(name) ?? null }));
  return plan;

  function ruleBroken({ question, value, comment, place, commentPlace }: SheetAnswer, element: SurveyElement): Mistake | null {
    const checked = validateAnswer(frozen, question, { value, comment }, merged, language);
    const problem = checked.ok ? checked.pending.find(({ code }) => code === "rule") : checked.problems[0];
    if (!problem) return null;
    const at = element.showCommentArea && isBlank(comment) && problem.code === "rule" ? commentPlace : place;
    const code = problem.code === "required" || problem.code === "unknown-question" ? "rule" : problem.code;
    return { ...empty, ...at, code, question, message: problem.message };
  }
}

const empty = { given: "", choices: [], message: null };

/** The answers whose questions are asked with all of them together; what falls away takes its own followers with it. */
function settle(frozen: FrozenQuestionnaire, drafts: Readonly<Record<string, Answer>>, touched: readonly SheetAnswer[]) {
  let asked = [...touched];
  for (;;) {
    const merged = { ...drafts, ...Object.fromEntries(asked.map(({ question, value, comment }) => [question, { value, comment }])) };
    const visible = new Set(listVisible(frozen, merged).flatMap(({ elements }) => elements.map(({ name }) => name)));
    const still = asked.filter(({ question }) => visible.has(question));
    if (still.length === asked.length) return { asked, merged, hidden: touched.filter((one) => !asked.includes(one)) };
    asked = still;
  }
}
