import { useTranslation } from "react-i18next";
import { Icon } from "#app/ui/icon.tsx";
import classes from "./enhanced-form.module.css";

export type PageStep = { name: string; title: string; missing: number };

/** The pages of the questionnaire, each with what it lacks; the person goes where they like. */
export function PageSteps({ steps, current, onGo }: { steps: readonly PageStep[]; current: string; onGo: (name: string) => void }) {
  const { t } = useTranslation("questionnaire");
  return (
    <nav aria-label={t("pages")}>
      <ol className={classes.steps}>
        {steps.map(({ name, title, missing }) => (
          <li key={name}>
            <button type="button" className={classes.step} aria-current={name === current ? "step" : undefined} onClick={() => onGo(name)}>
              <span className={classes.stepTitle}>{title}</span>
              <span className={classes.stepState}>{missing > 0 ? t("pageMissing", { count: missing }) : <><Icon name="check" size={14} /> {t("pageDone")}</>}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
