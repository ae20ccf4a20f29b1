import type { TFunction } from "i18next";
import { scoreAnswers } from "#app/domain/scoring/score-answers.ts";
import { presentQuestionnaire } from "#app/questionnaire/present.ts";
import { assessedItems, claimedItems } from "#app/supervision/assessment/case-facts.ts";
import type { CaseFacts } from "#app/supervision/assessment/case-facts.ts";
import { formatNumber } from "#app/text/format.ts";
import type { Language } from "#app/text/language.ts";
import type { ScoreView } from "./report-view.ts";

/** Both scores beside their arithmetic, question by question; null when nothing is scored. */
export function presentScore({ facts }: { facts: CaseFacts }, language: Language, t: TFunction): ScoreView | null {
  const [claimed, assessed] = [scoreAnswers(claimedItems(facts)), scoreAnswers(assessedItems(facts))];
  if (claimed.lines.length === 0) return null;
  const number = (value: number | null) => (value === null ? "–" : formatNumber(value, language, 1));
  const titles = new Map(presentQuestionnaire(facts.frozen, language, facts.answers).pages.flatMap(({ items }) => items.map(({ name, title }) => [name, title])));
  const sum = ({ score, earned, possible }: typeof claimed) => (score === null ? t("report:none.score") : `${number(earned)} / ${number(possible)} × 100 = ${score}`);
  return {
    rows: claimed.lines.map((line, index) => {
      const other = assessed.lines[index] ?? line;
      return {
        question: titles.get(line.question) ?? line.question, weight: String(line.weight), claimed: t(`words:level.${line.level}`), claimedPoints: number(line.earned),
        assessed: t(`words:level.${other.level}`), assessedPoints: number(other.earned),
      };
    }),
    total: { weight: number(assessed.possible), claimedPoints: number(claimed.earned), assessedPoints: number(assessed.earned) },
    claimedSum: sum(claimed),
    assessedSum: sum(assessed),
  };
}
