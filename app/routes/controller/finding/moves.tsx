import { Stack } from "@mantine/core";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { FINDING_TRANSITIONS } from "#app/domain/findings/finding-state.ts";
import type { FindingState } from "#app/domain/findings/finding-state.ts";
import { addDays, addMonths } from "#app/domain/time/iso-date.ts";
import { mayBeDismissed } from "#app/supervision/finding/dismissal.ts";
import type { FindingView } from "#app/supervision/finding/present.ts";
import type { FieldErrors } from "#app/ui/field-error.ts";
import { LongTextField, TextField } from "#app/ui/field.tsx";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import classes from "./finding.module.css";

type Refused = { to: FindingState; errors: FieldErrors; typed: Record<string, string> };
type Props = { finding: FindingView; today: string; mayConclude: boolean; refused: Refused | null };

/** The moves possible from here, each with what it takes; what only a DPO may is said, not offered. */
export function FindingMoves({ finding, today, mayConclude, refused }: Props) {
  const { t } = useTranslation("finding");
  const dpoOnly = (to: FindingState) => to === "risk-accepted" || (to === "closed-not-a-gap" && finding.blocking);
  const possible = FINDING_TRANSITIONS[finding.state].filter((to) => to !== "closed-not-a-gap" || mayBeDismissed(finding.rule));
  const offered = possible.filter((to) => mayConclude || !dpoOnly(to));
  const never = FINDING_TRANSITIONS[finding.state].includes("closed-not-a-gap") && !mayBeDismissed(finding.rule);
  if (possible.length === 0) return null;
  return (
    <Panel title={t("moves")}>
      {offered.map((to) => <Move key={to} to={to} finding={finding} today={today} refused={refused?.to === to ? refused : null} />)}
      {offered.length < possible.length ? <p className={classes.explain}>{t("dpoOnly")}</p> : null}
      {never ? <p className={classes.explain}>{t("neverDismissed")}</p> : null}
    </Panel>
  );
}

function Move({ to, finding, today, refused }: { to: FindingState; finding: FindingView; today: string; refused: Refused | null }) {
  const { t } = useTranslation("finding");
  const { errors, typed } = refused ?? { errors: null, typed: null };
  const move = to === "agreed" && finding.state === "reported-done" ? "sent-back" : to;
  // Several forms stand on the page: a field's id tells its form, and is what the error summary links to only in the one that came back.
  const own = (name: string) => (refused ? {} : { id: `${to}-${name}` });
  return (
    <details className={classes.move} open={refused !== null || (to === "verified") || undefined}>
      <summary>{t(`do.${move}`)}</summary>
      <p className={classes.explain}>{t(`explain.${move}`)}</p>
      <Form method="post" className={classes.form}>
        <input type="hidden" name="version" value={finding.version} />
        <Stack gap="sm" maw="36rem">
          <FormErrorSummary errors={errors} />
          {to === "agreed" ? (
            <>
              {finding.state === "reported-done" ? <LongTextField name="reason" {...own("reason")} label={t("whyBack")} hint={t("whyBackHint")} errors={errors} rows={3} maxLength={4000} defaultValue={typed?.reason ?? ""} /> : null}
              <LongTextField name="measure" {...own("measure")} label={t("measure")} hint={t("measureHint")} errors={errors} rows={3} maxLength={4000} defaultValue={typed?.measure ?? finding.measure} />
              <TextField name="ownerName" {...own("owner")} label={t("owner")} hint={t("ownerHint")} errors={errors} maxLength={200} defaultValue={typed?.ownerName ?? finding.ownerName} />
              <TextField name="dueOn" {...own("due")} type="date" label={t("dueOn")} errors={errors} maw="14rem" defaultValue={typed?.dueOn ?? finding.dueOn ?? addDays(today, 30)} />
            </>
          ) : (
            <LongTextField name="reason" {...own("reason")} label={t(to === "verified" ? "seen" : "reason")} hint={t(to === "verified" ? "seenHint" : "reasonHint")} errors={errors} rows={3} maxLength={4000} defaultValue={typed?.reason ?? ""} />
          )}
          {to === "risk-accepted" ? <TextField name="acceptedUntil" {...own("until")} type="date" label={t("until")} errors={errors} maw="14rem" min={addDays(today, 1)} defaultValue={typed?.acceptedUntil ?? addMonths(today, 6)} /> : null}
          <div><SubmitButton intent={to}>{t(`do.${move}`)}</SubmitButton></div>
        </Stack>
      </Form>
    </details>
  );
}
