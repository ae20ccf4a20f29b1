import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { RoundCounts } from "#app/supervision/round/rounds.server.ts";
import { ConfirmButton } from "#app/ui/confirm-button.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { ProgressBar } from "#app/ui/progress-bar.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./round.module.css";

/** How far the sending is; follows by itself where there is JavaScript. */
export function SendingPanel({ counts, may }: { counts: RoundCounts; may: boolean }) {
  const { t } = useTranslation("round");
  const format = useFormat();
  const [done, total] = [counts.sent + counts.refused, counts.sent + counts.refused + counts.waiting];
  const say = (number: number) => format.number(number);
  return (
    <Panel title={t("page.sending")} lead={t("page.sendingText")}>
      <ProgressBar done={done} total={total} label={t("page.sending")} text={t("page.sentOf", { done: say(done), total: say(total) })} />
      <p className={classes.sending} aria-live="polite">{t("page.announce", { sent: say(counts.sent), refused: say(counts.refused), waiting: say(counts.waiting) })}</p>
      <noscript><p><Link to="." reloadDocument>{t("page.reload")}</Link></p></noscript>
      {may ? <div className={classes.stop}><ConfirmButton label={t("page.cancel")} intent="cancel" danger confirm={t("page.cancelConfirm")} question={t("page.cancelQuestion")} /></div> : null}
    </Panel>
  );
}
