import { Link } from "@remix-run/react";
import type { TFunction } from "i18next";
import { isOpenFinding } from "#app/domain/findings/finding-state.ts";
import { paths } from "#app/paths.ts";
import type { FindingRow } from "#app/supervision/finding/list-findings.server.ts";
import type { Column } from "#app/ui/data-table.tsx";
import { DueDate } from "#app/ui/due-date.tsx";
import { Mark } from "#app/ui/mark.tsx";
import { StateBadge } from "#app/ui/state-badge.tsx";
import classes from "./finding.module.css";

/** The columns of the gap list. */
export function findingColumns(t: TFunction<"finding">, today: string): Column<FindingRow>[] {
  return [
    {
      key: "finding", header: t("column.finding"), names: true,
      cell: (row) => (
        <>
          <Link to={paths.finding(row.id)}>{t(`rule.${row.rule}.title`)}</Link>
          {row.about ? <span className={classes.quiet}>{row.about.length > 120 ? `${row.about.slice(0, 120)}…` : row.about}</span> : null}
          {row.measure ? <span className={classes.quiet}>{t("measureIs", { measure: row.measure })}</span> : null}
          {row.returned ? <span className={classes.block}><Mark tone="soon" icon="back">{t("returned")}</Mark></span> : null}
          {row.blocking && (isOpenFinding(row.state) || row.expired) ? <span className={classes.block}><Mark tone="late" icon="ban">{t("blocking")}</Mark></span> : null}
        </>
      ),
    },
    { key: "severity", header: t("column.severity"), sortable: true, cell: (row) => <StateBadge kind="severity" value={row.severity} /> },
    { key: "agreement", header: t("column.agreement"), sortable: true, cell: (row) => <Link to={row.supervisionId ? paths.supervision(row.supervisionId) : paths.agreement(row.agreementId)}>{row.title}</Link> },
    { key: "processor", header: t("column.processor"), sortable: true, cell: (row) => row.processorName },
    { key: "state", header: t("column.state"), sortable: true, cell: (row) => (row.expired ? <Mark tone="late">{t("expired")}</Mark> : <StateBadge kind="finding" value={row.state} />) },
    { key: "owner", header: t("column.owner"), cell: (row) => row.ownerName || "–" },
    {
      key: "due", header: t("column.due"), sortable: true,
      cell: (row) => (row.acceptedUntil
        ? <span>{t("acceptedUntil")}: <DueDate on={row.acceptedUntil} today={today} /></span>
        : row.dueOn ? <DueDate on={row.dueOn} today={today} settled={!isOpenFinding(row.state)} /> : "–"),
    },
  ];
}
