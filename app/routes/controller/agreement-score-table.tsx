import { useTranslation } from "react-i18next";
import type { PresentedScore } from "#app/agreement/present.ts";
import type { ScorePart } from "#app/agreement/score-facts.ts";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./agreement-hub.module.css";

const PARTS: readonly ScorePart[] = ["a", "b", "c", "d"];

/** A score's arithmetic: each part, why it gives what it gives, and the sum. */
export function ScoreTable({ score }: { score: PresentedScore }) {
  const { t } = useTranslation("agreement");
  const format = useFormat();
  const why = (part: ScorePart) => {
    if (part === "a") return t("risk.count", { number: format.number(score.personCount), persons: t("score.persons", { count: score.personCount }), basis: t(`score.basis.${score.countingBasis}`) });
    const because = score.reasons[part].because.map((id) => t(`category.${id}`)).join(", ");
    return because || t(score[part] > 0 ? "risk.yes" : `risk.no.${part}`);
  };
  return (
    <table className={classes.sum}>
      <caption>{t("risk.caption")}</caption>
      <thead><tr><th scope="col">{t("risk.part")}</th><th scope="col">{t("risk.why")}</th><th scope="col">{t("risk.points")}</th></tr></thead>
      <tbody>
        {PARTS.map((part) => (
          <tr key={part}>
            <th scope="row"><span className={classes.letter}>{part.toUpperCase()}</span> {t(`words:points.parts.${part}`)}</th>
            <td>{why(part)}{score.reasons[part].reason ? <span className={classes.note}>{score.reasons[part].reason}</span> : null}</td>
            <td>{score[part]}</td>
          </tr>
        ))}
      </tbody>
      <tfoot><tr><th scope="row" colSpan={2}>A + B + C + D</th><td>{score.points}</td></tr></tfoot>
    </table>
  );
}
