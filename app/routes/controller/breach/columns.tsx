import { Link } from "@remix-run/react";
import type { TFunction } from "i18next";
import { paths } from "#app/paths.ts";
import type { BreachRow } from "#app/supervision/breach/list-breaches.server.ts";
import type { Column } from "#app/ui/data-table.tsx";
import { Mark } from "#app/ui/mark.tsx";
import type { useFormat } from "#app/ui/use-format.ts";
import classes from "./breach.module.css";
import { ClockWords, toneOf } from "./clock-words.tsx";

/** The columns of the controller's list of breaches. */
export function breachColumns(t: TFunction<"breach">, format: ReturnType<typeof useFormat>): Column<BreachRow>[] {
  return [
    {
      key: "title", header: t("list.breach"), names: true, sortable: true,
      cell: (row) => <><Link to={paths.breach(row.id)}>{row.title}</Link><span className={classes.quiet}>{t(`source.${row.source}`)}{row.possibleOnly ? ` · ${t("possible")}` : ""}</span></>,
    },
    { key: "processor", header: t("list.processor"), sortable: true, cell: (row) => row.processorName },
    { key: "agreement", header: t("list.agreement"), cell: (row) => (row.agreement ? <Link to={paths.agreement(row.agreement.id)}>{row.agreement.title}</Link> : <Mark tone="soon">{t("list.unassigned")}</Mark>) },
    { key: "aware", header: t("list.aware"), sortable: true, cell: (row) => format.dateTime(row.awareAt) },
    { key: "notice", header: t("list.notice"), cell: (row) => (row.processor ? <Mark tone={toneOf(row.processor)}><ClockWords clock={row.processor} /></Mark> : "–") },
    { key: "clock", header: t("list.authority"), sortable: true, cell: (row) => <Authority row={row} t={t} /> },
    { key: "state", header: t("list.state"), cell: (row) => (row.closedAt ? <Mark tone="rest" icon="check">{t("list.closed")}</Mark> : <Mark tone="wait">{t("list.open")}</Mark>) },
  ];
}

function Authority({ row: { authority, authorityDecision }, t }: { row: BreachRow; t: TFunction<"breach"> }) {
  if (authorityDecision === "not-required") return <Mark tone="rest" icon="check">{t("list.notRequired")}</Mark>;
  return authority ? <Mark tone={toneOf(authority)}><ClockWords clock={authority} /></Mark> : null;
}
