import type { TFunction } from "i18next";
import { scoreAnswers } from "#app/domain/scoring/score-answers.ts";
import type { AnswerScore } from "#app/domain/scoring/score-answers.ts";
import { scoreGroups } from "#app/domain/scoring/score-groups.ts";
import { presentQuestionnaire } from "#app/questionnaire/present.ts";
import { assessedItems, claimedItems, groupsOf } from "#app/supervision/assessment/case-facts.ts";
import type { Case } from "#app/supervision/assessment/load-case.server.ts";
import { countAssessed, verdictsOf } from "#app/supervision/assessment/verdicts.ts";
import { formatNumber } from "#app/text/format.ts";
import type { Language } from "#app/text/language.ts";
import type { ScoreView } from "./report-view.ts";

/** Both scores beside their arithmetic, question by question and page by page; null when nothing is scored. */
export function presentScore({ facts, assessments }: Pick<Case, "facts" | "assessments">, language: Language, t: TFunction): ScoreView | null {
  const [claimed, assessed] = [scoreAnswers(claimedItems(facts)), scoreAnswers(assessedItems(facts))];
  if (claimed.lines.length === 0) return null;
  const number = (value: number | null) => (value === null ? "–" : formatNumber(value, language, 1));
  const { pages } = presentQuestionnaire(facts.frozen, language, facts.answers);
  const titles = new Map(pages.flatMap(({ items }) => items.map(({ name, title }) => [name, title])));
  const headings = new Map(pages.map(({ name, title }) => [name, title]));
  const sum = ({ score, earned, possible }: AnswerScore) => (score === null ? t("report:none.score") : `${number(earned)} / ${number(possible)} × 100 = ${score}`);
  const total = (one: AnswerScore, other: AnswerScore) => ({ weight: number(other.possible), claimedPoints: number(one.earned), assessedPoints: number(other.earned) });
  const ways = groupsOf(facts.frozen);
  const people = countAssessed(verdictsOf({ facts, assessments }));
  const judged = scoreGroups(assessedItems(facts), ways);
  return {
    groups: scoreGroups(claimedItems(facts), ways).map((group, place) => {
      const beside = judged[place] ?? group;
      return {
        title: headings.get(group.id) ?? "",
        rows: group.lines.map((line, index) => {
          const other = beside.lines[index] ?? line;
          return {
            question: titles.get(line.question) ?? line.question, weight: String(line.weight), claimed: t(`words:level.${line.level}`), claimedPoints: number(line.earned),
            assessed: t(`words:level.${other.level}`), assessedPoints: number(other.earned),
          };
        }),
        total: total(group, beside), claimedScore: group.score === null ? "–" : String(group.score), assessedScore: beside.score === null ? "–" : String(beside.score),
      };
    }),
    total: total(claimed, assessed),
    claimedSum: sum(claimed),
    assessedSum: sum(assessed),
    byPerson: t(people.byPerson === people.total ? "report:verdict.all" : "report:verdict.count", people),
  };
}
