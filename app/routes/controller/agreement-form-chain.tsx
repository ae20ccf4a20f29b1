import { SimpleGrid, Stack } from "@mantine/core";
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { AgreementDraft } from "#app/agreement/agreement-draft.ts";
import { APPROVAL_KINDS } from "#app/agreement/agreement-fields.ts";
import type { FieldErrors } from "#app/ui/field-error.ts";
import { LongTextField, RadioField, TextField } from "#app/ui/field.tsx";
import { Panel } from "#app/ui/panel.tsx";
import classes from "./agreement-form.module.css";
import { FormRow, RowButton } from "./agreement-row.tsx";
import { CountryField } from "./country-field.tsx";

type Props = {
  draft: AgreementDraft; errors?: FieldErrors;
  /** The names typed for a new agreement, or the page on which a stored one's sub-processors are kept. */
  subprocessors: { typed: string } | { page: string };
};

/** How sub-processors are approved, where data is, and whether it leaves the EU (001 bilag B and C.4). */
export function ChainFields({ draft, errors, subprocessors }: Props) {
  const { t } = useTranslation("agreement");
  return (
    <Panel title={t("form.chain")} lead={t("form.chainLead")}>
      <Stack gap="lg">
        <Stack gap="lg" className={classes.narrow}>
          <RadioField
            name="approvalKind" label={t("form.approvalKind")} errors={errors} required={false} chosen={draft.approvalKind}
            options={["", ...APPROVAL_KINDS].map((value) => ({ value, label: t(value ? `approvalKind.${value}` : "form.notSaid"), hint: value ? t(`form.approvalHint.${value}`) : undefined }))}
          />
          {"page" in subprocessors
            ? <p className={classes.note}>{t("form.subprocessorsPage")} <Link to={subprocessors.page}>{t("form.subprocessorsLink")}</Link></p>
            : <LongTextField name="subprocessors" label={t("form.subprocessors")} hint={t("form.subprocessorsHint")} errors={errors} required={false} defaultValue={subprocessors.typed} rows={3} />}
          <RadioField
            name="transfersOutsideEu" label={t("form.transfers")} hint={t("form.transfersHint")} errors={errors} chosen={draft.transfersOutsideEu || null}
            options={[{ value: "no", label: t("no") }, { value: "yes", label: t("yes") }]}
          />
        </Stack>
        <div className={classes.rule}>
          <h3 className={classes.part}>{t("form.locations")}</h3>
          <p className={classes.note}>{t("form.locationsHint")}</p>
        </div>
        {draft.locations.map((row, place) => (
          <FormRow key={row.row} list="locations" noun="location" place={place} row={row.row} title={t("form.location", { number: place + 1 })} remove={t("form.remove")}>
            <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
              <TextField name={`locations[${place}].place`} label={t("form.place")} errors={errors} required={false} defaultValue={row.place} maxLength={300} autoComplete="off" />
              <CountryField name={`locations[${place}].country`} errors={errors} chosen={row.country} />
            </SimpleGrid>
          </FormRow>
        ))}
        <div><RowButton intent="add-location">{t("form.addLocation")}</RowButton></div>
      </Stack>
    </Panel>
  );
}
