import { Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ConfirmButton } from "#app/ui/confirm-button.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./round.module.css";

/** The step that counts: opens and sends everything that is ready; or the draft is discarded. */
export function SendPanel({ round, ready, cannot }: { round: { dueOn: string | null; version: number }; ready: number; cannot: number }) {
  const { t } = useTranslation("round");
  const format = useFormat();
  const due = round.dueOn ? format.date(round.dueOn) : "";
  return (
    <Panel title={t("page.sendTitle", { count: ready })} lead={ready > 0 ? t("page.sendLead", { due }) : undefined}>
      <Group gap="sm" align="flex-start">
        {ready > 0 ? (
          <ConfirmButton
            label={t("page.send")} intent="start" primary fields={{ version: String(round.version) }} confirm={t("page.sendConfirm", { count: ready })}
            question={<div className={classes.question}><p>{t("page.sendQuestion", { count: ready, due })}</p><p className={classes.hint}>{t("page.sendText")}</p>{cannot > 0 ? <p>{t("page.skips", { count: cannot })}</p> : null}</div>}
          />
        ) : <p className={classes.hint}>{t("error.nothing")}</p>}
        <ConfirmButton label={t("page.cancelDraft")} intent="cancel" danger confirm={t("page.cancelDraft")} question={t("page.cancelDraftQuestion")} />
      </Group>
    </Panel>
  );
}
