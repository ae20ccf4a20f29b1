import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Icon } from "#app/ui/icon.tsx";
import { ProgressBar } from "#app/ui/progress-bar.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./evidence-question.module.css";
import type { Upload } from "./use-uploads.ts";

type Props = { upload: Upload; onCancel: () => void; onAgain: () => void; onDismiss: () => void };

/** A file on its way, or the reason it was not taken. */
export function UploadRow({ upload, onCancel, onAgain, onDismiss }: Props) {
  const { t } = useTranslation("questionnaire");
  const format = useFormat();
  const { name, share, reason } = upload;
  if (reason) {
    return (
      <div className={classes.row} role="alert">
        <Icon name="alert" size={18} className={classes.late} />
        <p className={classes.words}>{t(`evidence.refused.${reason}`, { name, defaultValue: t("evidence.refused.failed", { name }) })}</p>
        {reason === "failed" ? <Button type="button" variant="default" size="compact-sm" onClick={onAgain}>{t("evidence.again")}</Button> : null}
        <Button type="button" variant="subtle" size="compact-sm" aria-label={t("evidence.dismiss", { name })} onClick={onDismiss}>{t("evidence.remove")}</Button>
      </div>
    );
  }
  const percent = format.percent(Math.floor(share * 100));
  return (
    <div className={classes.row}>
      <div className={classes.words}>
        <p className={classes.name}>{name}</p>
        <ProgressBar done={Math.floor(share * 100)} total={100} label={t("evidence.uploading", { name, percent })} text={percent} />
      </div>
      <Button type="button" variant="subtle" size="compact-sm" aria-label={t("evidence.cancel", { name })} onClick={onCancel}><Icon name="cross" /></Button>
    </div>
  );
}
