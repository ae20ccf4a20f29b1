import { Button } from "@mantine/core";
import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { LoadedLimits } from "#app/agreement/load-limits.server.ts";
import { paths } from "#app/paths.ts";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import classes from "./contract.module.css";

/** One click to take in what a known set of clauses says; sets that are wholly there are only named. */
export function FillIn({ sets, empty, agreementId }: { sets: LoadedLimits["sets"]; empty: boolean; agreementId: string }) {
  const { t } = useTranslation("limit");
  return (
    <Panel title={t("fill.title")} lead={t(empty ? "fill.leadEmpty" : "fill.lead")} actions={<Button component={Link} to={`${paths.agreementLimits(agreementId)}?add=`} variant="default">{t("add")}</Button>}>
      <ul className={classes.sets}>
        {sets.map(({ id, missing }) => (
          <li key={id}>
            <span><strong>{t(`set.${id}`)}</strong><span className={classes.dim}>{t(`setHint.${id}`)}</span></span>
            {missing === 0 ? <span className={classes.dim}>{t("fill.all")}</span> : (
              <Form method="post" action={paths.agreementLimits(agreementId)}>
                <input type="hidden" name="set" value={id} />
                <SubmitButton intent="fill" variant="default" size="xs" aria-label={t("fill.doNamed", { count: missing, set: t(`set.${id}`) })}>{t("fill.do", { count: missing })}</SubmitButton>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
