import { SimpleGrid, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ContactDraft, RequirementDraft } from "#app/agreement/agreement-draft.ts";
import { OBJECTIVES, REQUIREMENT_CATEGORIES } from "#app/agreement/agreement-fields.ts";
import type { FieldErrors } from "#app/ui/field-error.ts";
import { LongTextField, SelectField, TextField, TickField, TicksField } from "#app/ui/field.tsx";
import { Panel } from "#app/ui/panel.tsx";
import classes from "./agreement-form.module.css";
import { FormRow, RowButton } from "./agreement-row.tsx";

type Rows<Row> = { rows: readonly Row[]; errors?: FieldErrors };

/** Agreed demands beyond the standard ones; each becomes a question of its own in every supervision. */
export function RequirementRows({ rows, errors }: Rows<RequirementDraft>) {
  const { t } = useTranslation("agreement");
  return (
    <Panel title={t("form.requirements")} lead={t("form.requirementsLead")}>
      <Stack gap="lg">
        {rows.map((row, place) => {
          const at = `requirements[${place}]`;
          const foot = (
            <>
              <TickField name={`${at}.evidenceAsked`} label={t("form.evidenceAsked")} errors={errors} defaultChecked={row.evidenceAsked} />
              <TickField name={`${at}.critical`} label={t("form.critical")} errors={errors} defaultChecked={row.critical} />
            </>
          );
          return (
            <FormRow key={row.row} list="requirements" noun="requirement" place={place} row={row.row} title={t("form.requirement", { number: place + 1 })} remove={t("form.remove")} foot={foot}>
              <input type="hidden" name={`${at}.id`} value={row.id} />
              <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
                <LongTextField name={`${at}.textDa`} label={t("form.textDa")} errors={errors} defaultValue={row.textDa} rows={2} maxLength={2000} />
                <LongTextField name={`${at}.textEn`} label={t("form.textEn")} errors={errors} required={false} defaultValue={row.textEn} rows={2} maxLength={2000} />
                <SelectField
                  name={`${at}.category`} label={t("form.category")} errors={errors} defaultValue={row.category}
                  data={REQUIREMENT_CATEGORIES.map((value) => ({ value, label: t(`requirementCategory.${value}`) }))}
                />
                <TextField name={`${at}.source`} label={t("form.source")} errors={errors} required={false} defaultValue={row.source} maxLength={200} placeholder="C.2.3" autoComplete="off" />
                <TextField name={`${at}.evidenceText`} label={t("form.evidenceText")} errors={errors} required={false} defaultValue={row.evidenceText} maxLength={1000} autoComplete="off" />
              </SimpleGrid>
              <details className={classes.more}>
                <summary>{t("form.objectives")}{row.objectives.length > 0 ? `: ${row.objectives.join(", ")}` : ""}</summary>
                <TicksField
                  name={`${at}.objectives`} label={t("form.objectivesQuestion")} errors={errors} required={false} chosen={row.objectives}
                  options={OBJECTIVES.map((value) => ({ value, label: `${value}: ${t(`objective.${value}`)}` }))}
                />
              </details>
            </FormRow>
          );
        })}
        <div><RowButton intent="add-requirement">{t("form.addRequirement")}</RowButton></div>
      </Stack>
    </Panel>
  );
}

/** Who talks to whom about this agreement, on both sides. */
export function ContactRows({ rows, errors }: Rows<ContactDraft>) {
  const { t } = useTranslation("agreement");
  return (
    <Panel title={t("form.contacts")} lead={t("form.contactsLead")}>
      <Stack gap="lg">
        {rows.map((row, place) => {
          const at = `contacts[${place}]`;
          return (
            <FormRow key={row.row} list="contacts" noun="contact" place={place} row={row.row} title={t("form.contact", { number: place + 1 })} remove={t("form.remove")}>
              <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="md">
                <SelectField name={`${at}.side`} label={t("form.side")} errors={errors} defaultValue={row.side} data={["processor", "controller"].map((value) => ({ value, label: t(`words:side.${value}`) }))} />
                <TextField name={`${at}.name`} label={t("form.contactName")} errors={errors} defaultValue={row.name} maxLength={200} autoComplete="off" />
                <TextField name={`${at}.role`} label={t("form.role")} errors={errors} required={false} defaultValue={row.role} maxLength={200} autoComplete="off" />
                <TextField name={`${at}.email`} type="email" label={t("form.email")} errors={errors} required={false} defaultValue={row.email} maxLength={254} autoComplete="off" />
                <TextField name={`${at}.phone`} type="tel" label={t("form.phone")} errors={errors} required={false} defaultValue={row.phone} maxLength={40} autoComplete="off" />
              </SimpleGrid>
            </FormRow>
          );
        })}
        <div><RowButton intent="add-contact">{t("form.addContact")}</RowButton></div>
      </Stack>
    </Panel>
  );
}
