import { useTranslation } from "react-i18next";
import { AnswerView } from "#app/questionnaire/answer-view.tsx";
import type { Language } from "#app/questionnaire/types.ts";
import { streamedPaths } from "#app/paths.ts";
import type { AssessmentView } from "#app/supervision/assessment/present.ts";
import { FileRow } from "#app/ui/file-row.tsx";
import { Mark } from "#app/ui/mark.tsx";
import { AskForm } from "./ask-form.tsx";
import classes from "./assessment.module.css";
import { DecisionForm } from "./decision-form.tsx";
import { Decision } from "./decision.tsx";
import type { Refusal } from "./refusal.ts";

type Props = { view: AssessmentView; language: Language; working: boolean; mayAsk: boolean; refusal: Refusal | null };

/** Every answer beside its evidence, the level it claims, and what was decided. */
export function Answers({ view, language, working, mayAsk, refusal }: Props) {
  const { t } = useTranslation("assessment");
  const threadsOn = (name: string) => view.threads.filter(({ question }) => question === name);
  return (
    <section aria-labelledby="answers">
      <h2 id="answers" className={classes.heading}>{t("answers")}</h2>
      <AnswerView
        frozen={view.frozen} answers={view.answers} evidence={view.evidence} language={language}
        renderEvidence={(slot) => {
          const files = view.files.filter(({ question }) => question === slot.name);
          return files.length === 0
            ? <p className={classes.none}>{t("noEvidence")}</p>
            : <div className={classes.files}>{files.map((file) => <FileRow key={file.id} name={file.name} size={file.size} sha256={file.sha256} href={streamedPaths.evidence(file.id)} />)}</div>;
        }}
        renderAside={(question) => {
          const judged = view.questions[question.name];
          const threads = threadsOn(question.name);
          if (!judged && threads.length === 0 && !mayAsk) return null;
          return (
            <div className={classes.judgement}>
              {judged ? <Decision judged={judged} /> : null}
              {threads.map(({ id, closedAt }) => (
                <p key={id} className={classes.threadLink}>
                  <Mark tone={closedAt ? "ok" : "soon"} icon="comment"><a href={`#thread-${id}`}>{t(closedAt ? "threads.seeClosed" : "threads.seeOpen")}</a></Mark>
                </p>
              ))}
              {working || mayAsk ? (
                <div className={classes.steps}>
                  {judged && working ? <DecisionForm key={`decision-${judged.decision?.version ?? 0}`} question={question.name} title={question.title} judged={judged} refusal={refusal} /> : null}
                  {mayAsk ? <AskForm key={`ask-${threads.length}`} question={question.name} title={question.title} refusal={refusal} /> : null}
                </div>
              ) : null}
            </div>
          );
        }}
      />
    </section>
  );
}
