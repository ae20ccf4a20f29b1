import { useTranslation } from "react-i18next";
import { ThreadList } from "#app/routes/shared/thread-list.tsx";
import type { AssessmentView } from "#app/supervision/assessment/present.ts";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { AskForm } from "./ask-form.tsx";
import { refusalOf } from "./refusal.ts";
import type { Refusal } from "./refusal.ts";

type Props = { view: AssessmentView; mayWrite: boolean; mayAsk: boolean; refusal: Refusal | null };

/** The clarifications as the controller has them: asked, answered, closed. */
export function Threads({ view, mayWrite, mayAsk, refusal }: Props) {
  const { t } = useTranslation("assessment");
  const reply = refusalOf(refusal, "reply");
  return (
    <div id="threads">
      <Panel title={t("threads.title")} lead={t("threads.lead")}>
        <ThreadList
          threads={view.threads} mayWrite={mayWrite} linked refused={reply ? { thread: String(reply.typed.thread), message: reply.message, body: String(reply.typed.body) } : null}
          extra={({ question, questionTitle }) => (
            <SubmitButton intent="close" variant="default" size="compact-md" aria-label={t("threads.closeOf", { title: questionTitle ?? t(question === "" ? "threads.whole" : "threads.about") })}>{t("threads.close")}</SubmitButton>
          )}
        />
        {mayAsk ? <AskForm key={view.threads.length} question="" title={t("threads.whole")} refusal={refusal} /> : null}
      </Panel>
    </div>
  );
}
