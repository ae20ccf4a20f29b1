import { useTranslation } from "react-i18next";
import type { Draft } from "#app/questionnaire/builder/draft.ts";
import { estimateMinutes, weightsOf } from "#app/questionnaire/builder/weights.ts";
import classes from "./builder.module.css";

/** The arithmetic of the score as it stands: how many questions of each weight, and what they add up to (product.md §4). */
export function WeightsPanel({ draft }: { draft: Draft }) {
  const { t } = useTranslation("builder");
  const { sum, counting, critical, byWeight } = weightsOf(draft);
  return (
    <section className={classes.box} aria-label={t("weights.title")}>
      <h2 className={classes.boxTitle}>{t("weights.title")}</h2>
      {counting === 0 ? <p className={classes.hint}>{t("weights.none")}</p> : (
        <table className={classes.sums}>
          <tbody>
            {byWeight.filter(({ questions }) => questions > 0).map((row) => (
              <tr key={row.weight}><th scope="row">{t("weights.row", { count: row.questions, weight: row.weight })}</th><td>{row.sum}</td></tr>
            ))}
            <tr><th scope="row">{t("weights.sum")}</th><td><strong>{sum}</strong></td></tr>
          </tbody>
        </table>
      )}
      <p className={classes.hint}>{t("weights.critical", { count: critical })} {t("weights.minutes", { count: draft.minutes ?? estimateMinutes(draft) })}</p>
    </section>
  );
}
