import { useTranslation } from "react-i18next";
import classes from "./answer-view.module.css";
import { answerText, type PlainQuestion } from "./present.ts";

type Say = { yes: string; no: string; day: (isoDay: string) => string };

/** One answer as words; panels of a repeated block as a list of their fields. */
export function AnswerValue({ question, value, say }: { question: PlainQuestion; value: unknown; say: Say }) {
  const { t } = useTranslation("questionnaire");
  if (question.type === "paneldynamic") {
    const panels = Array.isArray(value) ? (value as Record<string, unknown>[]) : [];
    if (panels.length === 0) return <span className={classes.none}>{t("panelNone")}</span>;
    return panels.map((panel, index) => (
      <section key={index} className={classes.panel} aria-label={t("panelNumber", { title: question.panelTitle ?? question.title, number: index + 1 })}>
        <h4 className={classes.panelTitle}>{t("panelNumber", { title: question.panelTitle ?? question.title, number: index + 1 })}</h4>
        <dl className={classes.fields}>
          {question.fields.map((field) => (
            <div key={field.name}>
              <dt>{field.title}</dt>
              <dd>{answerText(field, panel[field.name], say) ?? <span className={classes.none}>{t("noAnswer")}</span>}</dd>
            </div>
          ))}
        </dl>
      </section>
    ));
  }
  if (question.type === "checkbox" && Array.isArray(value) && value.length > 1) {
    return <ul className={classes.ticks}>{value.map((one) => <li key={String(one)}>{answerText(question, [one], say)}</li>)}</ul>;
  }
  return <>{answerText(question, value, say) ?? <span className={classes.none}>{t("noAnswer")}</span>}</>;
}
