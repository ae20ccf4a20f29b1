import { Button } from "@mantine/core";
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/paths.ts";
import { Icon } from "#app/ui/icon.tsx";
import { Panel } from "#app/ui/panel.tsx";
import classes from "./first-steps.module.css";

const STEPS = ["processor", "agreement", "supervision"] as const;

/** The three steps of a new organisation until its first supervision is opened; the next one has the button. */
export function FirstSteps({ processors, agreements, may }: { processors: boolean; agreements: boolean; may: boolean }) {
  const { t } = useTranslation("overview");
  const done = { processor: processors, agreement: agreements, supervision: false };
  const to = { processor: paths.processorNew(), agreement: paths.agreementNew(), supervision: paths.agreements() };
  const next = STEPS.find((step) => !done[step]);
  return (
    <Panel title={t("steps.title")} lead={may ? t("steps.lead") : t("steps.leadReader")}>
      <ol className={classes.steps}>
        {STEPS.map((step, place) => (
          <li key={step} className={classes.step} data-done={done[step] || undefined} aria-current={step === next ? "step" : undefined}>
            <span className={classes.number} aria-hidden="true">{done[step] ? <Icon name="check" size={18} /> : place + 1}</span>
            <div>
              <h3 className={classes.title}>{t(`steps.${step}.title`)}{done[step] ? <span className="visually-hidden"> ({t("steps.done")})</span> : null}</h3>
              <p className={classes.text}>{t(`steps.${step}.text`)}</p>
              {may && step === next ? <Button component={Link} to={to[step]}>{t(`steps.${step}.action`)}</Button> : null}
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
