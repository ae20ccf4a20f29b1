import { Stack } from "@mantine/core";
import { Form } from "@remix-run/react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { AgreementDraft } from "#app/agreement/agreement-draft.ts";
import { fieldId } from "#app/ui/field-error.ts";
import type { FieldErrors } from "#app/ui/field-error.ts";
import { LongTextField, RadioField, SelectField, TextField, TickField } from "#app/ui/field.tsx";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { AgreementData } from "./agreement-form-data.tsx";
import { ContactRows, RequirementRows } from "./agreement-form-rows.tsx";
import classes from "./agreement-form.module.css";

export type AgreementFormProps = {
  draft: AgreementDraft;
  errors?: FieldErrors;
  processors: readonly { id: string; name: string; cvr: string | null }[];
  /** The version that was read; none for a new agreement. */
  version?: number;
  /** The field to go on with after rows were added or removed. */
  focus?: string;
  submit: string;
};

/** An agreement's form in five parts. Rows are added and removed by the server, so it works before any script does. */
export function AgreementForm({ draft, errors, processors, version, focus, submit }: AgreementFormProps) {
  const { t } = useTranslation("agreement");
  useEffect(() => {
    if (focus) document.getElementById(fieldId(focus))?.focus();
  }, [focus]);
  return (
    <Form method="post" noValidate preventScrollReset={focus !== undefined}>
      <button type="submit" name="intent" value="save" tabIndex={-1} aria-hidden="true" className="visually-hidden">{submit}</button>
      {version === undefined ? null : <input type="hidden" name="version" value={version} />}
      <FormErrorSummary errors={errors} />
      <Panel title={t("form.about")} lead={t("form.aboutLead")}>
        <Stack gap="md" className={classes.narrow}>
          <SelectField
            name="processorId" label={t("form.processor")} errors={errors} defaultValue={draft.processorId}
            data={[{ value: "", label: t("form.choose") }, ...processors.map(({ id, name, cvr }) => ({ value: id, label: cvr ? `${name} (${cvr})` : name }))]}
          />
          <TextField name="title" label={t("form.title")} hint={t("form.titleHint")} errors={errors} defaultValue={draft.title} maxLength={200} autoComplete="off" />
          <TextField name="reference" label={t("form.reference")} hint={t("form.referenceHint")} errors={errors} required={false} defaultValue={draft.reference} maxLength={100} autoComplete="off" />
          <LongTextField name="purpose" label={t("form.purpose")} hint={t("form.purposeHint")} errors={errors} defaultValue={draft.purpose} maxLength={4000} rows={4} />
          <div className={classes.days}>
            {(["signedOn", "startsOn", "endsOn"] as const).map((name) => (
              <TextField key={name} name={name} type="date" label={t(`form.${name}`)} errors={errors} required={false} defaultValue={draft[name]} />
            ))}
          </div>
          {version === undefined ? null : <TickField name="ended" label={t("form.ended")} hint={t("form.endedHint")} errors={errors} defaultChecked={draft.ended} />}
        </Stack>
      </Panel>
      <AgreementData draft={draft} errors={errors} />
      <Panel title={t("form.chain")} lead={t("form.chainLead")}>
        <Stack gap="lg" className={classes.narrow}>
          <LongTextField
            name="approvedSubprocessors" label={t("form.subprocessors")} hint={t("form.subprocessorsHint")} errors={errors} required={false}
            defaultValue={draft.approvedSubprocessors} rows={4}
          />
          <RadioField
            name="transfersOutsideEu" label={t("form.transfers")} hint={t("form.transfersHint")} errors={errors} chosen={draft.transfersOutsideEu || null}
            options={[{ value: "no", label: t("no") }, { value: "yes", label: t("yes") }]}
          />
        </Stack>
      </Panel>
      <RequirementRows rows={draft.requirements} errors={errors} />
      <ContactRows rows={draft.contacts} errors={errors} />
      <p className={classes.end}><SubmitButton intent="save" size="md">{submit}</SubmitButton></p>
    </Form>
  );
}
