import { Button, SimpleGrid, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ContactDraft, RequirementDraft } from "#app/agreement/agreement-draft.ts";
import { fieldId } from "#app/ui/field-error.ts";
import type { FieldErrors } from "#app/ui/field-error.ts";
import { LongTextField, SelectField, TextField, TickField } from "#app/ui/field.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Panel } from "#app/ui/panel.tsx";
import classes from "./agreement-form.module.css";

type Rows<Row> = { rows: readonly Row[]; errors?: FieldErrors };

/** A button that asks the server for another row, or for one less. */
function RowButton({ intent, children, name }: { intent: string; children: string; name?: string }) {
  const adds = intent.startsWith("add-");
  return (
    <Button
      type="submit" name="intent" value={intent} variant={adds ? "default" : "subtle"} size={adds ? "sm" : "xs"} id={adds ? fieldId(intent) : undefined}
      leftSection={<Icon name={adds ? "plus" : "cross"} size={14} />} formNoValidate
    >
      {children}{name ? <span className="visually-hidden"> {name}</span> : null}
    </Button>
  );
}

/** Agreed demands beyond the standard ones; each becomes a question of its own in every supervision. */
export function RequirementRows({ rows, errors }: Rows<RequirementDraft>) {
  const { t } = useTranslation("agreement");
  return (
    <Panel title={t("form.requirements")} lead={t("form.requirementsLead")}>
      <Stack gap="lg">
        {rows.map((row, place) => {
          const at = `requirements[${place}]`;
          return (
            <fieldset key={row.row} className={classes.row}>
              <legend>{t("form.requirement", { number: place + 1 })}</legend>
              <input type="hidden" name={`${at}.row`} value={row.row} />
              <input type="hidden" name={`${at}.id`} value={row.id} />
              <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
                <LongTextField name={`${at}.textDa`} label={t("form.textDa")} errors={errors} defaultValue={row.textDa} rows={2} maxLength={2000} />
                <LongTextField name={`${at}.textEn`} label={t("form.textEn")} errors={errors} required={false} defaultValue={row.textEn} rows={2} maxLength={2000} />
              </SimpleGrid>
              <div className={classes.line}>
                <TickField name={`${at}.evidenceAsked`} label={t("form.evidenceAsked")} errors={errors} defaultChecked={row.evidenceAsked} />
                <TickField name={`${at}.critical`} label={t("form.critical")} errors={errors} defaultChecked={row.critical} />
                <span className={classes.remove}><RowButton intent={`remove-requirement:${place}`} name={t("form.requirement", { number: place + 1 })}>{t("form.remove")}</RowButton></span>
              </div>
            </fieldset>
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
            <fieldset key={row.row} className={classes.row}>
              <legend>{t("form.contact", { number: place + 1 })}</legend>
              <input type="hidden" name={`${at}.row`} value={row.row} />
              <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="md">
                <SelectField name={`${at}.side`} label={t("form.side")} errors={errors} defaultValue={row.side} data={["processor", "controller"].map((value) => ({ value, label: t(`words:side.${value}`) }))} />
                <TextField name={`${at}.name`} label={t("form.contactName")} errors={errors} defaultValue={row.name} maxLength={200} autoComplete="off" />
                <TextField name={`${at}.role`} label={t("form.role")} errors={errors} required={false} defaultValue={row.role} maxLength={200} autoComplete="off" />
                <TextField name={`${at}.email`} type="email" label={t("form.email")} errors={errors} required={false} defaultValue={row.email} maxLength={254} autoComplete="off" />
                <TextField name={`${at}.phone`} type="tel" label={t("form.phone")} errors={errors} required={false} defaultValue={row.phone} maxLength={40} autoComplete="off" />
              </SimpleGrid>
              <div className={classes.line}>
                <span className={classes.remove}><RowButton intent={`remove-contact:${place}`} name={t("form.contact", { number: place + 1 })}>{t("form.remove")}</RowButton></span>
              </div>
            </fieldset>
          );
        })}
        <div><RowButton intent="add-contact">{t("form.addContact")}</RowButton></div>
      </Stack>
    </Panel>
  );
}
