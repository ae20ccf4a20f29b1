import { SimpleGrid, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { AgreementDraft } from "#app/agreement/agreement-draft.ts";
import { SECURITY_LEVELS } from "#app/agreement/agreement-fields.ts";
import { CONCEPTS } from "#app/domain/concept/concept.ts";
import { PAYERS, PROCEDURE_KINDS } from "#app/domain/concept/procedures.ts";
import type { FieldErrors } from "#app/ui/field-error.ts";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { Panel } from "#app/ui/panel.tsx";
import classes from "./agreement-form.module.css";
import { FormRow, RowButton } from "./agreement-row.tsx";

/** The level of security and how the contract says supervision is held (001 bilag C.2.1, C.5, C.6; the concept where one is agreed). */
export function SupervisionFields({ draft, errors }: { draft: AgreementDraft; errors?: FieldErrors }) {
  const { t } = useTranslation("agreement");
  const choose = (area: string, values: readonly string[]) => [{ value: "", label: t("form.notSaid") }, ...values.map((value) => ({ value, label: t(`${area}.${value}`) }))];
  return (
    <Panel title={t("form.supervision")} lead={t("form.supervisionLead")}>
      <Stack gap="lg">
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md" className={classes.wide}>
          <SelectField name="securityLevel" label={t("form.securityLevel")} hint={t("form.securityLevelHint")} errors={errors} required={false} defaultValue={draft.securityLevel} data={choose("securityLevel", SECURITY_LEVELS)} />
          <SelectField
            name="agreedConcept" label={t("form.agreedConcept")} hint={t("form.agreedConceptHint")} errors={errors} required={false} defaultValue={draft.agreedConcept}
            data={[{ value: "", label: t("form.notSaid") }, ...CONCEPTS.map((concept) => ({ value: String(concept), label: t("form.conceptOption", { concept, name: t(`words:concept.short.${concept}`) }) }))]}
          />
        </SimpleGrid>
        <div className={classes.rule}>
          <h3 className={classes.part}>{t("form.procedures")}</h3>
          <p className={classes.note}>{t("form.proceduresHint")}</p>
        </div>
        {draft.procedures.map((row, place) => {
          const at = `procedures[${place}]`;
          return (
            <FormRow key={row.row} list="procedures" noun="procedure" place={place} row={row.row} title={t("form.procedure", { number: place + 1 })} remove={t("form.remove")}>
              <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="md">
                <SelectField name={`${at}.kind`} label={t("form.procedureKind")} errors={errors} defaultValue={row.kind} data={[{ value: "", label: t("form.choose") }, ...PROCEDURE_KINDS.map((value) => ({ value, label: t(`procedure.${value}`) }))]} />
                <TextField name={`${at}.everyMonths`} label={t("form.everyMonths")} errors={errors} required={false} defaultValue={row.everyMonths} inputMode="numeric" maxLength={3} autoComplete="off" />
                <SelectField name={`${at}.payer`} label={t("form.payer")} errors={errors} required={false} defaultValue={row.payer} data={choose("payer", PAYERS)} />
                <TextField name={`${at}.source`} label={t("form.source")} errors={errors} required={false} defaultValue={row.source} maxLength={200} placeholder="C.5.1" autoComplete="off" />
              </SimpleGrid>
            </FormRow>
          );
        })}
        <div className={classes.buttons}><RowButton intent="add-procedure">{t("form.addProcedure")}</RowButton><RowButton intent="fill-procedure">{t("form.fillProcedure")}</RowButton></div>
      </Stack>
    </Panel>
  );
}
