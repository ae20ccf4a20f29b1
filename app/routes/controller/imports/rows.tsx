import { Button, NativeSelect } from "@mantine/core";
import { Link } from "@remix-run/react";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { ImportedRow, ImportView } from "#app/agreement/import/find-import.server.ts";
import { paths } from "#app/paths.ts";
import { cellName } from "#app/spreadsheet/cell.ts";
import { ConfirmButton } from "#app/ui/confirm-button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import type { Column } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FilterBar } from "#app/ui/filter-bar.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./imports.module.css";

type Props = { found: { run: ImportView; rows: ImportedRow[]; total: number; show: "all" | "bad" | "good"; page: number; size: number; may: boolean } };

/** Every row as it was read, with what must be corrected named by cell; and the yes that registers them. */
export function ImportRows({ found: { run, rows, total, show, page, size, may } }: Props) {
  const { t } = useTranslation("imports");
  const format = useFormat();
  const [good, bad] = [format.number(run.goodCount), format.number(run.rowCount - run.goodCount)];
  const checked = run.state === "checked";
  const title = t(checked ? "steps.rows" : "steps.rowsRead");
  const all = run.goodCount === run.rowCount;
  return (
    <Panel
      flush title={title} lead={checked ? t(all ? "steps.allGood" : "steps.rowsLead", { good, bad }) : t(all ? "steps.rowsReadAllGood" : "steps.rowsReadLead", { good, bad })}
      actions={
        <>
          {all ? null : <Button component="a" href={paths.importErrors(run.id)} download variant="default">{t("fetchBad")}</Button>}
          {checked && may && run.goodCount > 0 ? (
            <ConfirmButton label={t("confirm.label", { count: run.goodCount, formatted: good })} question={t("confirm.question")} confirm={t("confirm.yes")} intent="confirm" fields={{ version: String(run.version) }} primary />
          ) : null}
        </>
      }
    >
      <div className={classes.filter}>
        <FilterBar active={show !== "all"}>
          <NativeSelect name="show" label={t("show.label")} defaultValue={show} key={show} data={(["all", "bad", "good"] as const).map((value) => ({ value, label: t(`show.${value}`) }))} />
        </FilterBar>
      </div>
      <DataTable caption={title} columns={rowColumns(t, run)} rows={rows} rowKey={({ position }) => String(position)} empty={<EmptyState icon="check" title={t(`show.${show}`)} />} />
      <Pagination page={page} size={size} total={total} />
    </Panel>
  );
}

function rowColumns(t: TFunction<"imports">, run: ImportView): Column<ImportedRow>[] {
  const at = (field: string) => run.mapping.columns[field];
  const cell = (row: ImportedRow, field: string) => row.cells[at(field) ?? -1] ?? "";
  const said = (row: ImportedRow) => row.errors.map(({ field, code }) => {
    const column = at(field);
    const values = { field: t(`field.${field}`), error: t(code as "error.exists").replace(/\.?$/, ".") };
    return column === undefined ? t("inField", values) : t("inCell", { ...values, cell: cellName(row.position, column) });
  });
  const became = ({ processorId, agreementId, undoneAgreement, undoneProcessor }: ImportedRow) => {
    const undone = agreementId ? undoneAgreement : undoneProcessor;
    if (undone !== "") return t(undone === "removed" ? "undo.removed" : "undo.kept");
    return t(processorId ? "state.done" : "fine");
  };
  return [
    { key: "row", header: t("column.row"), cell: (row) => row.position + 1 },
    {
      key: "agreement", header: t("column.agreement"), names: true,
      cell: (row) => (row.agreementId && row.undoneAgreement !== "removed" ? <Link to={paths.agreement(row.agreementId)}>{cell(row, "agreementTitle")}</Link> : cell(row, "agreementTitle") || <span className={classes.quiet}>{t("processorOnly")}</span>),
    },
    { key: "processor", header: t("column.processor"), cell: (row) => (row.processorId && row.undoneProcessor !== "removed" ? <Link to={paths.processor(row.processorId)}>{cell(row, "processorName")}</Link> : cell(row, "processorName")) },
    {
      key: "errors", header: t("column.result"),
      cell: (row) => (row.errors.length > 0 ? <ul className={classes.errors}>{said(row).map((one) => <li key={one}>{one}</li>)}</ul> : became(row)),
    },
  ];
}
