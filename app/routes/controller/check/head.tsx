import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { LoadedCheck } from "#app/supervision/agreement-check/load-check.server.ts";
import { ConfirmButton } from "#app/ui/confirm-button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { ProgressBar } from "#app/ui/progress-bar.tsx";
import { Stat, Stats } from "#app/ui/stat.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./check.module.css";

const verdicts = ({ groups }: LoadedCheck) => groups.flatMap(({ items }) => items.flatMap(({ decided }) => (decided ? [decided.verdict] : [])));

/** Who checks, how far it is, and in the end what it found. */
export function CheckHead({ loaded }: { loaded: LoadedCheck }) {
  const { t } = useTranslation("check");
  const format = useFormat();
  const { check, done, total, missed } = loaded;
  const count = (verdict: string) => verdicts(loaded).filter((one) => one === verdict).length;
  return (
    <div className={classes.head}>
      <p className={classes.quiet}>
        {t("about", { date: format.date(check.startedAt), name: check.startedByName })}
        {check.completed ? ` · ${t("completedBy", { date: format.date(check.completed.at), name: check.completed.byName })}` : ""}
      </p>
      {check.completed ? (
        <>
          <Stats>
            <Stat label={t("result.met")} value={count("met")} tone="ok" />
            <Stat label={t("result.missed")} value={missed} tone={missed > 0 ? "late" : "ok"} />
            <Stat label={t("result.notRelevant")} value={count("not-relevant")} />
          </Stats>
          <Notice tone={missed > 0 ? "soon" : "ok"} title={missed > 0 ? t("complete.done", { count: missed }) : t("complete.clean")} />
        </>
      ) : (
        <>
          <ProgressBar done={done} total={total} label={t("progress")} text={t("start.goOn", { done, total })} />
          <p role="status" className="visually-hidden">{t("start.goOn", { done, total })}</p>
        </>
      )}
    </div>
  );
}

/** The last step: what is lacking before it, or the button that takes it; and the way out of a check that was begun by mistake. */
export function CheckEnd({ loaded: { done, total, mark } }: { loaded: LoadedCheck }) {
  const { t } = useTranslation("check");
  return (
    <Panel title={t("complete.title")} lead={t("complete.text")}>
      {done < total ? <p className={classes.plain}>{t("left", { count: total - done })}</p> : <Form method="post"><input type="hidden" name="seen" value={mark} /><SubmitButton intent="complete">{t("complete.submit")}</SubmitButton></Form>}
      <div className={classes.discard}><ConfirmButton intent="discard" danger label={t("discard.label")} question={t("discard.question", { count: done })} confirm={t("discard.confirm")} /></div>
    </Panel>
  );
}
