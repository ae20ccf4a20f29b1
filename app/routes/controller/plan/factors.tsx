import { Checkbox, Textarea } from "@mantine/core";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { LoadedPlan } from "#app/agreement/plan/load-plan.server.ts";
import { SAID_FACTORS } from "#app/agreement/plan/plan-form.ts";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./agreement-plan.module.css";

/** Which factors of chapter 5 apply: ticked by people; what the portal knows stands beside as a suggestion with its grounds. */
export function Factors({ plan }: { plan: LoadedPlan }) {
  const { t } = useTranslation("plan");
  const format = useFormat();
  const { factors, version, updatedByName, updatedAt } = plan.plan;
  const stated = SAID_FACTORS.filter((code) => plan.may || factors.some((one) => one.code === code));
  const groups = [{ key: "more", codes: stated.filter((code) => code.startsWith("FQ-H")) }, { key: "less", codes: stated.filter((code) => code.startsWith("FQ-L")) }];
  return (
    <Panel title={t("factors.title")} lead={plan.may ? t("factors.lead") : undefined}>
      {stated.length === 0 ? <p className="quiet">{t("factors.none")}</p> : null}
      <Form method="post" noValidate>
        <input type="hidden" name="version" value={version} />
        {groups.filter(({ codes }) => codes.length > 0).map(({ key, codes }) => (
          <div key={key} role="group" aria-label={t(`factors.${key}`)}>
            <h3 className={classes.group}>{t(`factors.${key}`)}</h3>
            {codes.map((code) => {
              const said = factors.find((one) => one.code === code);
              const ground = plan.suggestions.find((one) => one.code === code);
              const values = ground && { ...ground.values, ...(typeof ground.values.knownSince === "string" ? { knownSince: format.date(ground.values.knownSince) } : {}) };
              return (
                <div key={code} className={classes.factor}>
                  <Checkbox name="factors" value={code} label={t(`factor.${code}`)} description={t(`hint.${code}`)} defaultChecked={said !== undefined} disabled={!plan.may} />
                  {ground ? <p className={classes.ground}><strong>{t("ground.suggested")}</strong>{t(`ground.${code}`, values)}</p> : null}
                  {plan.may ? (
                    <details className={classes.because} open={(said?.note ?? "") !== "" || undefined}>
                      <summary>{t("factors.note")}</summary>
                      <Textarea name={`note-${code}`} aria-label={t("factors.noteFor", { factor: t(`factor.${code}`) })} defaultValue={said?.note} rows={2} maxLength={1000} autosize />
                    </details>
                  ) : said?.note ? <p className={classes.because}>{said.note}</p> : null}
                </div>
              );
            })}
          </div>
        ))}
        <div className={classes.save}>
          {plan.may ? <SubmitButton intent="factors" variant="default">{t("factors.save")}</SubmitButton> : null}
          {updatedAt ? <span className="quiet">{t("factors.by", { name: updatedByName, at: format.dateTime(updatedAt) })}</span> : null}
        </div>
      </Form>
    </Panel>
  );
}
