import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/paths.ts";
import type { OwnFindingRow } from "#app/supervision/finding/released-findings.server.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import type { Column } from "#app/ui/data-table.tsx";
import { DueDate } from "#app/ui/due-date.tsx";
import { Mark } from "#app/ui/mark.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { StateBadge } from "#app/ui/state-badge.tsx";

/** What controllers have found and is not yet verified, over all of them; nothing where there is none. */
export function OpenFindings({ rows, total, today }: { rows: readonly OwnFindingRow[]; total: number; today: string }) {
  const { t } = useTranslation("finding");
  if (total === 0) return null;
  const columns: Column<OwnFindingRow>[] = [
    { key: "finding", header: t("column.finding"), names: true, cell: (row) => <Link to={paths.inboxFinding(row.supervisionId, row.id)}>{row.rule === "MANUAL" ? t("own.manual") : t(`rule.${row.rule}.title`)}</Link> },
    { key: "agreement", header: t("column.agreement"), cell: (row) => row.title },
    { key: "controller", header: t("own.controller"), cell: (row) => row.controllerName },
    { key: "severity", header: t("column.severity"), cell: (row) => <StateBadge kind="severity" value={row.severity} /> },
    { key: "state", header: t("column.state"), cell: (row) => (row.sentBack ? <Mark tone="late" icon="back">{t("own.back")}</Mark> : <StateBadge kind="finding" value={row.state} />) },
    { key: "due", header: t("column.due"), cell: (row) => (row.dueOn ? <DueDate on={row.dueOn} today={today} settled={row.state === "reported-done"} /> : "–") },
  ];
  return (
    <Panel title={t("own.list")} lead={t("own.listLead", { count: total })} flush>
      <DataTable caption={t("own.list")} columns={columns} rows={rows} rowKey={(row) => row.id} />
    </Panel>
  );
}
