import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Panel } from "#app/ui/panel.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./answer-view.module.css";
import { AnswerValue } from "./answer-value.tsx";
import { presentQuestionnaire, type PlainEvidence, type PlainQuestion } from "./present.ts";
import type { Answers, EvidenceCount, FrozenQuestionnaire, Language } from "./types.ts";

type Props = {
  frozen: FrozenQuestionnaire;
  answers: Answers;
  evidence?: EvidenceCount;
  language: Language;
  /** The files of one place for evidence. */
  renderEvidence?: (slot: PlainEvidence) => ReactNode;
  /** What stands beside an answer: the level, the assessor's decision, the thread. */
  renderAside?: (question: PlainQuestion) => ReactNode;
};

/** Questions and answers, to read: only what was asked, each with its comment and its evidence. */
export function AnswerView({ frozen, answers, evidence = {}, language, renderEvidence, renderAside }: Props) {
  const { t } = useTranslation("questionnaire");
  const format = useFormat();
  const say = { yes: t("yes"), no: t("no"), day: format.date };
  const { pages } = presentQuestionnaire(frozen, language, answers, evidence);
  return pages.filter(({ visible }) => visible).map((page) => {
    const items = page.items.filter(({ visible }) => visible);
    const loose = items.filter((item): item is PlainEvidence => item.type === "file" && item.question === null);
    return (
      <Panel key={page.name} title={page.title}>
        <ol className={classes.list}>
          {items.filter((item): item is PlainQuestion => item.type !== "file").map((question) => {
            const answer = answers[question.name];
            const slots = items.filter((item): item is PlainEvidence => item.type === "file" && item.question === question.name);
            const aside = renderAside?.(question);
            return (
              <li key={question.name} id={`answer-${question.name}`} className={classes.item} data-aside={Boolean(aside) || undefined}>
                <div className={classes.words}>
                  <h3 className={classes.title}>{question.title}</h3>
                  <div className={classes.answer}><AnswerValue question={question} value={answer?.value} say={say} /></div>
                  {answer?.comment ? <p className={classes.comment}>{answer.comment}</p> : null}
                  {slots.map((slot) => <div key={slot.name} className={classes.evidence}>{renderEvidence?.(slot)}</div>)}
                </div>
                {aside ? <div className={classes.aside}>{aside}</div> : null}
              </li>
            );
          })}
          {loose.map((slot) => (
            <li key={slot.name} id={`answer-${slot.name}`} className={classes.item}>
              <div className={classes.words}>
                <h3 className={classes.title}>{slot.title}</h3>
                {renderEvidence?.(slot) ?? <p className={classes.none}>{t("evidence.none")}</p>}
              </div>
            </li>
          ))}
        </ol>
      </Panel>
    );
  });
}
