import { useTranslation } from "react-i18next";
import { isOpenFinding } from "#app/domain/findings/finding-state.ts";
import { paths } from "#app/paths.ts";
import { AnswerValue } from "#app/questionnaire/answer-value.tsx";
import type { findFinding } from "#app/supervision/finding/find-finding.server.ts";
import { findingWords } from "#app/supervision/finding/finding-words.ts";
import { sourceWords } from "#app/supervision/finding/source-words.ts";
import { DueDate } from "#app/ui/due-date.tsx";
import { Facts } from "#app/ui/facts.tsx";
import type { Fact } from "#app/ui/facts.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./finding.module.css";

export type FoundFinding = NonNullable<Awaited<ReturnType<typeof findFinding>>>;

/** What the finding is: explained with the actual values, its source, the answer it rests on, and what was agreed. */
export function AboutFinding({ found, today }: { found: FoundFinding; today: string }) {
  const { t } = useTranslation("finding");
  const { t: words } = useTranslation("questionnaire");
  const format = useFormat();
  const { finding, answered, supervision, raisedAt, effectiveness } = found;
  const facts: Fact[] = [
    { term: t("source"), value: sourceWords(t, finding.source) },
    { term: t("ruleId"), value: finding.rule },
    { term: t("column.raised"), value: format.date(raisedAt) },
    { term: t("processorSees"), value: t(supervision === null ? "agreementOnly" : finding.released ? "released" : "notReleased") },
    ...(finding.measure ? [{ term: t("measure"), value: finding.measure }] : []),
    ...(finding.ownerName ? [{ term: t("owner"), value: finding.ownerName }] : []),
    ...(finding.dueOn ? [{ term: t("dueOn"), value: <DueDate on={finding.dueOn} today={today} settled={!isOpenFinding(finding.state)} /> }] : []),
    ...(effectiveness ? [{ term: t("effectiveness"), value: effectiveness }] : []),
    ...(finding.acceptedUntil ? [{ term: t("acceptedUntil"), value: <DueDate on={finding.acceptedUntil} today={today} /> }] : []),
  ];
  return (
    <>
      <Panel>
        <p className={classes.text}>{findingWords(t, finding, format.date).text}</p>
        <Facts facts={facts} />
      </Panel>
      {answered && supervision ? (
        <Panel title={t("question")} lead={answered.question.title} actions={<a href={`${paths.assessment(supervision.id)}#answer-${finding.question}`}>{t("seeAnswer")}</a>}>
          <blockquote className={classes.answer}>
            <AnswerValue question={answered.question} value={answered.answer?.value} say={{ yes: words("yes"), no: words("no"), day: format.date }} />
            {answered.answer?.comment ? <p>{answered.answer.comment}</p> : null}
          </blockquote>
        </Panel>
      ) : null}
    </>
  );
}
