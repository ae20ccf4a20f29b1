import { Group, NativeSelect, Stack } from "@mantine/core";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { IMPORT_FIELDS } from "#app/agreement/import/import-columns.ts";
import type { ImportView } from "#app/agreement/import/find-import.server.ts";
import { columnName } from "#app/spreadsheet/cell.ts";
import { ConfirmButton } from "#app/ui/confirm-button.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import classes from "./imports.module.css";

/** Which column holds what; `sample` is the first row shown, so that people see what they choose. */
export function ImportColumns({ run, sample }: { run: ImportView; sample: readonly string[] }) {
  const { t } = useTranslation("imports");
  const options = [{ value: "", label: t("steps.notThere") }, ...run.columns.map((heading, at) => ({ value: String(at), label: `${columnName(at)}: ${heading}` }))];
  const example = (at: number | undefined) => (at !== undefined && sample[at] ? t("columnOf", { sample: sample[at].slice(0, 60) }) : undefined);
  return (
    <Panel
      title={t("steps.columns")} lead={t("steps.columnsLead")}
      actions={<ConfirmButton label={t("cancel.label")} question={t("cancel.question")} confirm={t("cancel.yes")} intent="cancel" danger />}
    >
      <Folded when={run.state === "checked"} label={t("steps.correct")}>
        <Form method="post">
          <Stack gap="lg">
            <div className={classes.columns}>
              {IMPORT_FIELDS.map(({ field, required }) => (
                <NativeSelect
                  key={field} name={`column.${field}`} label={required ? `${t(`field.${field}`)} (${t("needed")})` : t(`field.${field}`)}
                  description={example(run.mapping.columns[field])} defaultValue={String(run.mapping.columns[field] ?? "")} data={options} inputWrapperOrder={["label", "input", "description"]}
                />
              ))}
              <NativeSelect
                className={classes.apart} name="transfers" label={t("steps.transfers")} defaultValue={run.mapping.transfers}
                data={[{ value: "", label: t("steps.transfersNone") }, { value: "no", label: t("agreement:no") }, { value: "yes", label: t("agreement:yes") }]}
              />
            </div>
            <Group><SubmitButton intent="check" variant={run.state === "checked" ? "default" : "filled"}>{t(run.state === "checked" ? "steps.checkAgain" : "steps.check")}</SubmitButton></Group>
          </Stack>
        </Form>
      </Folded>
    </Panel>
  );
}

/** Put away once it is settled, and a click from sight. */
function Folded({ when, label, children }: { when: boolean; label: string; children: ReactNode }) {
  return when ? <details><summary className={classes.fold}>{label}</summary><div className={classes.unfolded}>{children}</div></details> : children;
}
