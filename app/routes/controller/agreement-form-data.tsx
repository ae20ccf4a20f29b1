import { SimpleGrid, Stack } from "@mantine/core";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { AgreementDraft } from "#app/agreement/agreement-draft.ts";
import { PERSON_CATEGORIES } from "#app/agreement/person-categories.ts";
import { CATEGORIES } from "#app/domain/points/categories.ts";
import type { CategoryGroup } from "#app/domain/points/categories.ts";
import type { FieldErrors } from "#app/ui/field-error.ts";
import { LongTextField, RadioField, TextField, TickField, TicksField } from "#app/ui/field.tsx";
import { Panel } from "#app/ui/panel.tsx";
import classes from "./agreement-form.module.css";

/** The ticks of one group, each with its text; other confidential data with the guide's examples. */
function ticks(t: TFunction, group: CategoryGroup) {
  return CATEGORIES.filter((category) => category.group === group).map(({ id, examples }) => ({
    value: id,
    label: t(`agreement:category.${id}`),
    hint: examples ? t("agreement:form.examples", { list: examples.map((one) => t(`agreement:example.${one}`)).join(", ") }) : t(`agreement:categoryHint.${id}`, { defaultValue: "" }) || undefined,
  }));
}

/** What is processed, about whom and how many: what the score rests on (001 bilag A.3-A.4; Datatilsynet 2021, ch. 2). */
export function AgreementData({ draft, errors }: { draft: AgreementDraft; errors?: FieldErrors }) {
  const { t } = useTranslation("agreement");
  return (
    <Panel title={t("form.data")} lead={t("form.dataLead")}>
      <Stack gap="xl">
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl" verticalSpacing="xl">
          <Stack gap="xl">
            <TicksField name="ordinary" label={t("form.ordinary")} hint={t("form.ordinaryHint")} options={ticks(t, "ordinary")} chosen={draft.ordinary} errors={errors} />
            <TicksField name="special" label={t("form.special")} hint={t("form.specialHint")} options={ticks(t, "special")} chosen={draft.special} errors={errors} />
          </Stack>
          <Stack gap="xl">
            <TicksField name="confidential" label={t("form.confidential")} hint={t("form.confidentialHint")} options={ticks(t, "confidential")} chosen={draft.confidential} errors={errors} />
            <TicksField name="intrusive" label={t("form.intrusive")} hint={t("form.intrusiveHint")} options={ticks(t, "intrusive")} chosen={draft.intrusive} errors={errors} />
          </Stack>
        </SimpleGrid>
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl" verticalSpacing="xl" className={classes.rule}>
          <Stack gap="md">
            <TicksField name="persons" label={t("form.persons")} options={PERSON_CATEGORIES.map((id) => ({ value: id, label: t(`person.${id}`) }))} chosen={draft.persons} errors={errors} required={false} />
            <LongTextField name="otherPersons" label={t("form.otherPersons")} hint={t("form.otherPersonsHint")} errors={errors} required={false} defaultValue={draft.otherPersons} rows={2} />
            <TickField name="dataSubjectFacing" label={t("form.dataSubjectFacing")} hint={t("form.dataSubjectFacingHint")} errors={errors} defaultChecked={draft.dataSubjectFacing} />
          </Stack>
          <Stack gap="lg">
            <TextField
              name="personCount" label={t("form.personCount")} hint={t("form.personCountHint")} errors={errors} defaultValue={draft.personCount}
              inputMode="numeric" autoComplete="off" maxLength={16} classNames={{ input: classes.count }}
            />
            <RadioField
              name="countingBasis" label={t("form.countingBasis")} hint={t("form.countingBasisHint")} errors={errors} chosen={draft.countingBasis}
              options={["over-period", "at-one-time"].map((value) => ({ value, label: t(`basis.${value}`), hint: t(`form.basisHint.${value}`) }))}
            />
          </Stack>
        </SimpleGrid>
      </Stack>
    </Panel>
  );
}
