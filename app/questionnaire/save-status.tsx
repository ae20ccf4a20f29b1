import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Icon } from "#app/ui/icon.tsx";
import { useLanguage } from "#app/ui/use-language.ts";
import type { SaveState } from "./autosave.ts";
import classes from "./enhanced-form.module.css";

const clock = {
  da: new Intl.DateTimeFormat("da-DK", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Copenhagen" }),
  en: new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Copenhagen" }),
};

/** One line that says whether the answers are on the server; what needs a person has a button. */
export function SaveStatus({ state, onRetry }: { state: SaveState; onRetry: () => void }) {
  const { t } = useTranslation("questionnaire");
  const language = useLanguage();
  const time = state.savedAt ? clock[language].format(new Date(state.savedAt)) : null;
  const isCutOff = state.status === "retrying" || state.status === "stopped";
  const waiting = state.conflicts.length > 0 ? "conflict" : Object.keys(state.refused).length > 0 ? "refused" : null;
  const trouble = isCutOff || waiting !== null;
  const words = waiting && !isCutOff ? t(`saving.${waiting}`)
    : state.status === "saved" ? (time ? t("saving.saved", { time }) : t("saving.savedPlain"))
    : t(`saving.${state.status}`);
  return (
    <div className={classes.status} data-trouble={trouble || undefined}>
      <Icon name={trouble ? "alert" : state.status === "saved" ? "check" : "clock"} />
      <p role="status" aria-live="polite">{words}</p>
      {state.status === "retrying" ? <Button type="button" size="compact-sm" variant="default" onClick={onRetry}>{t("saving.retryNow")}</Button> : null}
      {state.status === "stopped" ? <Button type="button" size="compact-sm" variant="default" onClick={() => location.reload()}>{t("saving.reload")}</Button> : null}
    </div>
  );
}
