import { SimpleGrid, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { FieldErrors } from "#app/ui/field-error.ts";
import { LongTextField, TextField, TickField } from "#app/ui/field.tsx";
import classes from "./breach.module.css";

type Props = {
  errors?: FieldErrors;
  /** What a field begins with; times as a Danish clock shows them. */
  typed: (name: string) => string | undefined;
  ticked: boolean;
};

/** The fields of a breach in the order of the notification (001 10.1 a–c). */
export function BreachFields({ errors, typed, ticked }: Props) {
  const { t } = useTranslation("breach");
  const long = (name: "nature" | "categories" | "consequences" | "measures", rows: number) => (
    <LongTextField name={name} label={t(`field.${name}`)} hint={t(`form.${name}Hint`)} errors={errors} required={false} rows={rows} autosize minRows={rows} maxLength={8000} defaultValue={typed(name)} />
  );
  const time = (name: "occurredAt" | "awareAt" | "dealtWithAt", hint: string) => (
    <TextField name={name} type="datetime-local" label={t(`field.${name}`)} hint={hint} errors={errors} required={name === "awareAt"} defaultValue={typed(name)} />
  );
  const number = (name: "personCount" | "recordCount") => (
    <TextField name={name} inputMode="numeric" label={t(`field.${name}`)} hint={t("form.countHint")} errors={errors} required={false} defaultValue={typed(name)} maxLength={14} autoComplete="off" />
  );
  return (
    <Stack gap="xl">
      <section aria-label={t("form.when")}>
        <Stack gap="md">
          <TextField name="title" label={t("field.title")} hint={t("form.titleHint")} errors={errors} maxLength={200} autoComplete="off" defaultValue={typed("title")} />
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">{time("awareAt", t("form.awareHint"))}{time("occurredAt", t("form.occurredHint"))}</SimpleGrid>
        </Stack>
      </section>
      <section aria-labelledby="breach-what">
        <h3 id="breach-what" className={classes.heading}>{t("form.what")}</h3>
        <Stack gap="md">
          {long("nature", 3)}
          {long("categories", 2)}
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">{number("personCount")}{number("recordCount")}</SimpleGrid>
          <TextField name="atSubprocessor" label={t("field.atSubprocessor")} hint={t("form.atSubprocessorHint")} errors={errors} required={false} maxLength={200} autoComplete="off" defaultValue={typed("atSubprocessor")} />
          <TickField name="possibleOnly" label={t("form.possibleOnly")} hint={t("form.possibleHint")} errors={errors} required={false} defaultChecked={ticked} />
        </Stack>
      </section>
      <section aria-labelledby="breach-effects">
        <h3 id="breach-effects" className={classes.heading}>{t("form.effects")}</h3>
        <Stack gap="md">
          {long("consequences", 2)}
          {long("measures", 2)}
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">{time("dealtWithAt", t("form.dealtHint"))}</SimpleGrid>
        </Stack>
      </section>
    </Stack>
  );
}
