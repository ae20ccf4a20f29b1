import { Button } from "@mantine/core";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/paths.ts";
import { ConfirmButton } from "#app/ui/confirm-button.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import classes from "./builder.module.css";

type Props = { id: string; version: number; versions: readonly number[]; may: boolean; archived: boolean; ready: boolean };

/** Files to take away, copies, old versions to go back to, and the archive. */
export function HousekeepingPanel({ id, version, versions, may, archived, ready }: Props) {
  const { t } = useTranslation("builder");
  const options = [{ value: "0", label: t("compare.draft") }, ...versions.map((number) => ({ value: String(number), label: t("compare.version", { number }) }))];
  return (
    <Panel title={t("house.title")}>
      <div className={classes.house}>
        <form method="get" action={paths.questionnaireExport(id)} className={classes.line}>
          <SelectField name="version" label={t("house.what")} data={options} />
          <SelectField name="format" label={t("house.format")} data={["xlsx", "json", ...(ready || versions.length > 0 ? ["surveyjs"] : [])].map((value) => ({ value, label: t(`house.formats.${value}`) }))} />
          <Button type="submit" variant="default" className={classes.low}>{t("house.export")}</Button>
        </form>
        {may ? (
          <Form method="post" className={classes.line}>
            <SelectField name="number" id="copy-number" label={t("house.copyOf")} data={options} />
            <SubmitButton intent="copy" variant="default" className={classes.low}>{t("house.copy")}</SubmitButton>
          </Form>
        ) : null}
        {may && !archived && versions.length > 0 ? (
          <ConfirmButton label={t("house.restore")} question={t("house.restoreQuestion")} confirm={t("house.restoreConfirm")} intent="restore" fields={{ version: String(version) }}>
            <SelectField name="number" id="restore-number" label={t("versions.version")} data={versions.map((number) => ({ value: String(number), label: t("compare.version", { number }) }))} />
          </ConfirmButton>
        ) : null}
        {may && !archived ? <ConfirmButton label={t("house.archive")} question={t("house.archiveQuestion")} confirm={t("house.archiveConfirm")} intent="archive" danger /> : null}
        {may && archived ? <Form method="post"><SubmitButton intent="take-back" variant="default">{t("house.takeBack")}</SubmitButton></Form> : null}
      </div>
    </Panel>
  );
}
