import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/paths.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import type { Column } from "#app/ui/data-table.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./builder.module.css";

type Version = { id: string; number: number; note: string; publishedByName: string; publishedAt: string; used: number };

/** The published versions, each to be opened as it was. */
export function VersionTable({ id, versions }: { id: string; versions: readonly Version[] }) {
  const { t } = useTranslation("builder");
  const format = useFormat();
  if (versions.length === 0) return <Panel title={t("versions.list")}><p className={classes.hint}>{t("versions.none")}</p></Panel>;
  const columns: Column<Version>[] = [
    { key: "number", header: t("versions.version"), names: true, cell: ({ number }) => <Link to={`${paths.questionnairePreview(id)}?version=${number}`}>{t("compare.version", { number })}</Link> },
    { key: "at", header: t("versions.at"), cell: ({ publishedAt, publishedByName }) => t("list.changedBy", { date: format.date(publishedAt), name: publishedByName }) },
    { key: "note", header: t("versions.note"), cell: ({ note }) => note || "–" },
    { key: "used", header: t("list.used"), align: "end", cell: ({ used }) => format.number(used) },
  ];
  return <Panel title={t("versions.list")} flush><DataTable caption={t("versions.list")} columns={columns} rows={versions} rowKey={(row) => row.id} /></Panel>;
}
