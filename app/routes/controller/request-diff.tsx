import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/paths.ts";
import { isSameRequest } from "#app/questionnaire/diff-questionnaires.ts";
import type { QuestionnaireDiff } from "#app/questionnaire/diff-questionnaires.ts";
import type { Language } from "#app/questionnaire/types.ts";
import { Panel } from "#app/ui/panel.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./request-why.module.css";

type Props = { last: { supervisionId: string; sentAt: string; diff: QuestionnaireDiff } | null };

/** What is asked otherwise than last time on the same agreement: limits, and questions that are new, gone or changed. */
export function RequestDiff({ last }: Props) {
  const { t, i18n } = useTranslation("questionnaire");
  const format = useFormat();
  const language: Language = i18n.language === "en" ? "en" : "da";
  if (!last) return <Panel title={t("diff.title")}><p className={classes.because}>{t("diff.first")}</p></Panel>;
  const { added, removed, changed, limits, minutes } = last.diff;
  const lead = <>{t("diff.lead")} <Link to={paths.request(last.supervisionId)}>{t("diff.last", { date: format.date(last.sentAt) })}</Link>. {minutes.before === minutes.after ? null : t("diff.minutes", minutes)}</>;
  return (
    <Panel title={t("diff.title")} lead={lead}>
      {isSameRequest(last.diff) ? <p className={classes.because}>{t("diff.same")}</p> : null}
      {limits.length > 0 ? (
        <>
          <h3 className={classes.heading}>{t("diff.limits", { count: limits.length })}</h3>
          <ul className={classes.lines}>
            {limits.map(({ kind, before, after }) => (
              <li key={kind}>{before && after ? t("diff.limitChanged", { before: before[language], after: after[language] }) : t(after ? "diff.limitNew" : "diff.limitGone", { limit: (after ?? before)?.[language] })}</li>
            ))}
          </ul>
        </>
      ) : null}
      <Questions title={t("diff.added", { count: added.length })} questions={added.map(({ question, title }) => ({ question, title: title[language] }))} />
      <Questions title={t("diff.removed", { count: removed.length })} questions={removed.map(({ question, title }) => ({ question, title: title[language] }))} />
      <Questions title={t("diff.changed", { count: changed.length })} questions={changed.map(({ question, title, before, parts }) => ({
        question, title: title[language],
        note: `${t("diff.parts", { parts: parts.map((part) => t(`diff.part.${part}`)).join(", ") })}${before[language] === title[language] ? "" : `\n${t("diff.before", { title: before[language] })}`}`,
      }))} />
    </Panel>
  );
}

function Questions({ title, questions }: { title: string; questions: readonly { question: string; title: string; note?: string }[] }) {
  if (questions.length === 0) return null;
  return (
    <>
      <h3 className={classes.heading}>{title}</h3>
      <ul className={classes.lines}>
        {questions.map(({ question, title: asked, note }) => <li key={question}>{asked}{note ? <span className={classes.source}>{"\n"}{note}</span> : null}</li>)}
      </ul>
    </>
  );
}
