import { Button } from "@mantine/core";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { DraftDifference } from "#app/questionnaire/builder/differences.ts";
import { SelectField } from "#app/ui/field.tsx";
import { Panel } from "#app/ui/panel.tsx";
import classes from "./builder.module.css";

type Props = { versions: readonly number[]; from: number; to: number; differences: readonly DraftDifference[] | null; open: boolean };

/** Two versions, or a version and the draft (0), and what differs. */
export function Comparison({ versions, from, to, differences, open }: Props) {
  const { t } = useTranslation("builder");
  const options = [...versions.map((number) => ({ value: String(number), label: t("compare.version", { number }) })), { value: "0", label: t("compare.draft") }];
  return (
    <Panel title={t("compare.title")}>
      <Form method="get" className={classes.line} preventScrollReset>
        <SelectField name="from" label={t("compare.from")} defaultValue={String(from)} data={options} />
        <SelectField name="to" label={t("compare.to")} defaultValue={String(to)} data={options} />
        <Button type="submit" variant="default" className={classes.low}>{t("compare.submit")}</Button>
      </Form>
      {differences ? <Differences differences={differences} /> : open ? <p className={classes.hint}>{t("compare.same")}</p> : null}
    </Panel>
  );
}

export function Differences({ differences }: { differences: readonly DraftDifference[] }) {
  const { t } = useTranslation("builder");
  if (differences.length === 0) return <p className={classes.hint}>{t("compare.none")}</p>;
  return (
    <ul className={classes.differences}>
      {differences.map((one, at) => (
        <li key={at} data-kind={one.kind}>
          <span className={classes.kind}>{t(`compare.kind.${one.kind}`)}</span>{" "}
          <span>{one.what === "settings" ? t("settings.title") : <>{t(`compare.${one.what}`)} <strong>{one.title || t("untitled")}</strong></>}</span>
          {one.kind === "changed" ? <span className={classes.hint}> {one.fields.map((field) => t(`field.${field}`)).join(", ")}</span> : null}
        </li>
      ))}
    </ul>
  );
}
