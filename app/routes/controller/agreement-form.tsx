import { Stack } from "@mantine/core";
import { Form } from "@remix-run/react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { AgreementDraft, RegistrationDraft } from "#app/agreement/agreement-draft.ts";
import { CLAUSE_SETS } from "#app/domain/limits/clause-sets.ts";
import { paths } from "#app/paths.ts";
import { fieldId } from "#app/ui/field-error.ts";
import type { FieldErrors } from "#app/ui/field-error.ts";
import { LongTextField, SelectField, TextField, TickField } from "#app/ui/field.tsx";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { ChainFields } from "./agreement-form-chain.tsx";
import { AgreementData } from "./agreement-form-data.tsx";
import { ContactRows, RequirementRows } from "./agreement-form-rows.tsx";
import { SupervisionFields } from "./agreement-form-supervision.tsx";
import classes from "./agreement-form.module.css";

const NOTHING: RegistrationDraft = { subprocessors: "", label: "", signedForController: "", signedForProcessor: "" };

export type AgreementFormProps = {
  draft: AgreementDraft;
  errors?: FieldErrors;
  processors: readonly { id: string; name: string; cvr: string | null }[];
  /** The agreement and the version that was read; none for a new one. */
  stored?: { id: string; version: number };
  /** What is typed of the contract's first version, for a new agreement. */
  registration?: RegistrationDraft;
  /** The field to go on with after rows were added or removed. */
  focus?: string;
  submit: string;
};

/** An agreement's form in six parts. Rows are added and removed by the server, so it works before any script does. */
export function AgreementForm({ draft, errors, processors, stored, registration = NOTHING, focus, submit }: AgreementFormProps) {
  const { t } = useTranslation("agreement");
  useEffect(() => {
    if (focus) document.getElementById(fieldId(focus))?.focus();
  }, [focus]);
  return (
    <Form method="post" noValidate preventScrollReset={focus !== undefined}>
      <button type="submit" name="intent" value="save" tabIndex={-1} aria-hidden="true" className="visually-hidden">{submit}</button>
      {stored ? <input type="hidden" name="version" value={stored.version} /> : null}
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
          <LongTextField name="nature" label={t("form.nature")} hint={t("form.natureHint")} errors={errors} required={false} defaultValue={draft.nature} maxLength={4000} rows={2} />
          <SelectField
            name="clauseSet" label={t("form.clauseSet")} hint={stored ? undefined : t("form.clauseSetHint")} errors={errors} required={false} defaultValue={draft.clauseSet}
            data={[{ value: "", label: t("form.notSaid") }, ...CLAUSE_SETS.map((value) => ({ value, label: t(`clauseSet.${value}`) }))]}
          />
          <div className={classes.days}>
            {(["signedOn", "startsOn", "endsOn"] as const).map((name) => (
              <TextField key={name} name={name} type="date" label={t(`form.${name}`)} errors={errors} required={false} defaultValue={draft[name]} />
            ))}
          </div>
          <TextField name="duration" label={t("form.duration")} hint={t("form.durationHint")} errors={errors} required={false} defaultValue={draft.duration} maxLength={1000} autoComplete="off" />
          {stored ? null : (
            <div className={classes.days}>
              {(["label", "signedForController", "signedForProcessor"] as const).map((name) => (
                <TextField key={name} name={name} label={t(`version.${name}`)} errors={errors} required={false} defaultValue={registration[name]} maxLength={200} autoComplete="off" />
              ))}
            </div>
          )}
          {stored ? <TickField name="ended" label={t("form.ended")} hint={t("form.endedHint")} errors={errors} defaultChecked={draft.ended} /> : null}
        </Stack>
      </Panel>
      <AgreementData draft={draft} errors={errors} />
      <ChainFields draft={draft} errors={errors} subprocessors={stored ? { page: paths.agreementSubprocessors(stored.id) } : { typed: registration.subprocessors }} />
      <SupervisionFields draft={draft} errors={errors} />
      <RequirementRows rows={draft.requirements} errors={errors} />
      <ContactRows rows={draft.contacts} errors={errors} />
      <p className={classes.end}><SubmitButton intent="save" size="md">{submit}</SubmitButton></p>
    </Form>
  );
}
