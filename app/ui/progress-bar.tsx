import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import classes from "./progress-bar.module.css";

/** How far along: done of total, in words and as a bar. Another wording by `text`. */
export function ProgressBar({ done, total, label, text }: { done: number; total: number; label: string; text?: string }) {
  const { t } = useTranslation("frame");
  const share = total > 0 ? Math.min(1, done / total) : 0;
  return (
    <div className={classes.progress}>
      <div
        role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={total} aria-valuenow={done}
        aria-valuetext={text ?? t("progress", { done, total })}
        className={classes.track} data-full={share === 1 || undefined} style={{ "--share": share } as CSSProperties}
      />
      <span className={classes.text} aria-hidden="true">{text ?? t("progress", { done, total })}</span>
    </div>
  );
}
