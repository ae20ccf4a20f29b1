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
      cell: (row) => <><Link to={paths.breach(row.id)}>{row.title}</Link><span className={classes.quiet}>{t(`sourceShort.${row.source}`)}{row.possibleOnly ? ` · ${t("possible")}` : ""}{row.closedAt ? ` · ${t("page.closed", { date: format.date(row.closedAt) })}` : ""}</span>{row.renotifiedAt ? <span className={classes.quiet}><Mark tone="soon">{t("told.anew")}</Mark></span> : null}</>,
    },
    {
      key: "processor", header: t("list.where"), sortable: true,
      cell: (row) => <>{row.processorName}<span className={classes.quiet}>{row.agreements.length > 0 ? row.agreements.map(({ id, title }, place) => <span key={id}>{place > 0 ? ", " : ""}<Link to={paths.agreement(id)}>{title}</Link></span>) : <Mark tone="soon">{t("list.unassigned")}</Mark>}</span></>,
    },
    { key: "aware", header: t("list.aware"), sortable: true, cell: (row) => format.dateTime(row.awareAt) },
    { key: "notice", header: t("list.notice"), cell: (row) => (row.processor ? <Mark tone={toneOf(row.processor)}><ClockWords clock={row.processor} /></Mark> : "–") },
    { key: "clock", header: t("list.authority"), sortable: true, cell: (row) => <Authority row={row} t={t} /> },
  ];
}

function Authority({ row: { authority, authorityDecision }, t }: { row: BreachRow; t: TFunction<"breach"> }) {
  if (authorityDecision === "not-required") return <Mark tone="rest" icon="check">{t("list.notRequired")}</Mark>;
  return authority ? <Mark tone={toneOf(authority)}><ClockWords clock={authority} /></Mark> : null;
}
