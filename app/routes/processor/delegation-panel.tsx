import { Stack } from "@mantine/core";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/paths.ts";
import type { Delegations } from "#app/supervision/delegation/list-delegations.server.ts";
import { LongTextField, SelectField } from "#app/ui/field.tsx";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./delegation-panel.module.css";

type Props = {
  supervisionId: string;
  delegations: Delegations;
  /** A form that came back: what it held and what was wrong, by field. */
  refused: { page: string; personId: string; note: string; errors: Record<string, string> } | null;
};

/** How the pages of a request are shared out among colleagues, and the form that gives one on. */
export function DelegationPanel({ supervisionId, delegations: { pages, colleagues }, refused }: Props) {
  const { t } = useTranslation("supervision");
  const format = useFormat();
  const action = paths.inboxRequest(supervisionId);
  return (
    <Panel title={t("delegation.title")} lead={t("delegation.lead")}>
      <ul className={classes.pages} aria-label={t("delegation.pages")}>
        {pages.map(({ page, title, given }) => (
          <li key={page} className={classes.page}>
            <div className={classes.what}>
              <p className={classes.title}>{title}</p>
              <p>{given ? t("delegation.hasIt", { name: given.personName }) : t("delegation.nobody")}</p>
              {given ? <p className={classes.meta}>{t("delegation.by", { name: given.byName, at: format.dateTime(given.at) })}</p> : null}
              {given?.note ? <p className={classes.note}>{given.note}</p> : null}
            </div>
            {given ? (
              <Form method="post" action={action}>
                <input type="hidden" name="page" value={page} />
                <SubmitButton intent="take-back" variant="default" size="compact-md" aria-label={t("delegation.takeBackPage", { title })}>{t("delegation.takeBack")}</SubmitButton>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
      <Form method="post" action={action} key={pages.map(({ given }) => given?.at ?? "").join()}>
        <Stack gap="sm" maw="36rem" align="stretch">
          <FormErrorSummary errors={refused?.errors} />
          <SelectField name="page" label={t("delegation.page")} errors={refused?.errors} defaultValue={refused?.page} data={pages.map(({ page, title }) => ({ value: page, label: title }))} />
          <SelectField
            name="personId" label={t("delegation.person")} errors={refused?.errors} defaultValue={refused?.personId}
            data={[{ value: "", label: t("delegation.choose") }, ...colleagues.map(({ personId, name }) => ({ value: personId, label: name }))]}
          />
          <LongTextField name="note" label={t("delegation.note")} hint={t("delegation.noteHint")} required={false} rows={2} autosize minRows={2} maxLength={1000} defaultValue={refused?.note} />
          <div><SubmitButton intent="give">{t("delegation.give")}</SubmitButton></div>
        </Stack>
      </Form>
    </Panel>
  );
}
