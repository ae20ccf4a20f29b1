import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { LoadedPlan } from "#app/agreement/plan/load-plan.server.ts";
import { sourceWords } from "#app/supervision/finding/source-words.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import classes from "./agreement-plan.module.css";
import { useInterval } from "./use-interval.ts";

/** The advice on how often, step by step with sources, and whether the plan follows it. */
export function Advice({ plan, advice }: { plan: LoadedPlan; advice: NonNullable<LoadedPlan["advice"]> }) {
  const { t } = useTranslation("plan");
  const every = useInterval();
  const { steps, check } = advice;
  const cycle = plan.lines.find(({ kind }) => kind === "primary");
  const months = (value: number | null) => (value === null ? t("advice.event") : t("advice.months", { months: value }));
  const numbers = t("advice.planned", { planned: every(check.planned).toLocaleLowerCase(), suggested: every(check.suggested).toLocaleLowerCase() });
  return (
    <Panel title={t("advice.title")}>
      {cycle ? (
        <div className={classes.verdict}>
          <Notice tone={check.deviates ? "soon" : "ok"} title={t(check.deviates ? "advice.deviates" : "advice.asAdvised")}>
            <p>{numbers}</p>
            {check.deviates ? <p className={classes.said}>{plan.plan.reason || t("advice.noReason")}</p> : null}
            {check.deviates && plan.may ? (
              <Form method="post">
                <input type="hidden" name="lineId" value={cycle.id} />
                <input type="hidden" name="version" value={cycle.version} />
                <input type="hidden" name="intervalMonths" value={check.suggested ?? "none"} />
                <input type="hidden" name="nextDueOn" value={cycle.nextDueOn ?? ""} />
                <SubmitButton size="xs" intent="use" variant="default">{t("advice.use", { suggested: every(check.suggested).toLocaleLowerCase() })}</SubmitButton>
              </Form>
            ) : null}
          </Notice>
        </div>
      ) : null}
      <h3 className={classes.group}>{t("advice.steps")}</h3>
      <ol className={classes.steps}>
        {steps.map(({ code, from, to, effect, source }) => (
          <li key={code} className={classes.step} data-idle={from === to || undefined}>
            <p>{t(`factor.${code}`)}</p>
            <p className={classes.change}>{from === to ? months(to) : t("advice.fromTo", { from: months(from), to: months(to) })}</p>
            <p className="quiet">{t(`effect.${effect}`)} · {sourceWords(t, source)}</p>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
