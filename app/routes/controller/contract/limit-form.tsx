import { SimpleGrid, Stack } from "@mantine/core";
import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LIMIT_GROUPS, LIMIT_KINDS, limitKind } from "#app/domain/limits/limit-kinds.ts";
import { LIMIT_UNITS, LIMIT_WORDS, RUNS_FROM } from "#app/domain/limits/limit-units.ts";
import type { Limit } from "#app/domain/limits/limit-units.ts";
import { paths } from "#app/paths.ts";
import { typedIn } from "#app/routes/shared/refused.ts";
import type { Refused } from "#app/routes/shared/refused.ts";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import classes from "./contract.module.css";

type Props = { agreementId: string; limit: (Limit & { id?: string }) | null; kind: string; returned: Refused | null | undefined };

/** Adds a limit, or puts another in the place of one. A new one of a known kind begins as the first source of it says. */
export function LimitForm({ agreementId, limit, kind, returned }: Props) {
  const { t } = useTranslation("limit");
  const typed = typedIn(returned);
  const errors = returned?.errors;
  const known = limitKind(kind)?.known[0];
  const start = limit ?? { kind, value: null, unit: known?.unit ?? "days", runsFrom: known?.runsFrom ?? "", source: "", note: "" };
  const options = (area: string, values: readonly string[]) => values.map((value) => ({ value, label: t(`${area}.${value}`) }));
  return (
    <Panel title={t(limit ? "form.change" : "form.add")}>
      <Form method="post" noValidate className={classes.form}>
        {limit?.id ? <input type="hidden" name="limit" value={limit.id} /> : null}
        <Stack gap="md">
          <FormErrorSummary errors={errors} />
          <SelectField
            name="kind" label={t("form.kind")} errors={errors} defaultValue={typed("kind", start.kind)}
            data={[{ value: "", label: t("form.choose") }, ...LIMIT_GROUPS.map((group) => ({ group: t(`group.${group}`), items: options("kind", LIMIT_KINDS.filter((one) => one.group === group).map(({ id }) => id)) }))]}
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
            <TextField name="value" label={t("form.value")} hint={t("form.valueHint")} errors={errors} required={false} defaultValue={typed("value", start.value === null ? "" : String(start.value))} inputMode="numeric" maxLength={5} autoComplete="off" />
            <SelectField
              name="unit" label={t("form.unit")} hint={t("form.unitHint")} errors={errors} defaultValue={typed("unit", start.unit)}
              data={[{ group: t("form.units"), items: options("unitName", LIMIT_UNITS) }, { group: t("form.words"), items: options("word", LIMIT_WORDS) }]}
            />
            <SelectField name="runsFrom" label={t("form.runsFrom")} errors={errors} required={false} defaultValue={typed("runsFrom", start.runsFrom)} data={[{ value: "", label: t("form.notSaid") }, ...options("runsFrom", RUNS_FROM)]} />
            <TextField name="source" label={t("form.source")} hint={t("form.sourceHint")} errors={errors} defaultValue={typed("source", start.source)} maxLength={200} autoComplete="off" />
          </SimpleGrid>
          <TextField name="note" label={t("form.note")} errors={errors} required={false} defaultValue={typed("note", start.note ?? "")} maxLength={1000} autoComplete="off" />
          <div className={classes.buttons}>
            <SubmitButton intent="save">{t(limit ? "form.save" : "form.submit")}</SubmitButton>
            <Link to={paths.agreementLimits(agreementId)}>{t("form.cancel")}</Link>
          </div>
        </Stack>
      </Form>
    </Panel>
  );
}
