import { useTranslation } from "react-i18next";
import type { Draft, DraftQuestion } from "#app/questionnaire/builder/draft.ts";
import { canCount } from "#app/questionnaire/builder/question-types.ts";
import { counts, earningsOf, weightsOf } from "#app/questionnaire/builder/weights.ts";
import { SelectField, TextField, TickField } from "#app/ui/field.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import { useLanguage } from "#app/ui/use-language.ts";
import classes from "./builder.module.css";

/** What the question is worth, with the arithmetic: its weight of all weights, and what each answer earns of it. */
export function ScoreFields({ question, draft }: { question: DraftQuestion; draft: Draft }) {
  const { t } = useTranslation("builder");
  const format = useFormat();
  const language = useLanguage();
  const { type, weight, critical, source } = question;
  const { sum } = weightsOf(draft);
  const share = sum > 0 ? (weight / sum) * 100 : 0;
  return (
    <fieldset className={classes.part}>
      <legend>{t("score.title")}</legend>
      {canCount(type) ? (
        <>
          <div className={classes.pair}>
            <SelectField name="weight" label={t("field.weight")} defaultValue={String(weight)} data={[0, 1, 2, 3].map((value) => ({ value: String(value), label: t(`weight.${value}`) }))} />
            <TickField name="critical" label={t("field.critical")} hint={t("score.criticalHint")} defaultChecked={critical} className={classes.tick} />
          </div>
          {counts(question) ? (
            <p className={classes.sum}>
              <strong>{t("score.share", { weight, sum, percent: format.number(share, 1) })}</strong>{" "}
              {earningsOf(question).map(({ value, level, points }) => {
                const said = question.choices.find((one) => one.value === value)?.text;
                const text = said?.[language] || said?.da || t(`words:level.${level}`);
                return <span key={value} className={classes.earning}>{text}: {points === null ? t("score.leftOut") : t("score.points", { points: format.number(points, points % 1 === 0 ? 0 : 1) })}</span>;
              })}
            </p>
          ) : <p className={classes.hint}>{t("score.none")}</p>}
        </>
      ) : <p className={classes.hint}>{t("score.cannot")}</p>}
      <TextField name="source" label={t("field.source")} hint={t("score.sourceHint")} required={false} defaultValue={source} maxLength={200} autoComplete="off" />
    </fieldset>
  );
}
