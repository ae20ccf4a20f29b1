import { Link, useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import classes from "./data-table.module.css";
import { Icon } from "./icon.tsx";
import { sortQuery } from "./sort.ts";
import type { Sort } from "./sort.ts";

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  sortable?: boolean;
  align?: "start" | "end";
  /** The column that names the row; it heads the card on a phone. The first one unless another says so. */
  names?: boolean;
  /** No heading is drawn (actions); it is still read out. */
  quiet?: boolean;
};

type Props<Row> = {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  sort?: Sort;
  /** Shown instead of the table when there are no rows. */
  empty?: ReactNode;
};

/** A dense table; sorted by links, so the order is in the URL. On a narrow screen each row is a card. */
export function DataTable<Row>({ caption, columns, rows, rowKey, sort, empty }: Props<Row>) {
  const naming = columns.find((column) => column.names) ?? columns[0];
  if (rows.length === 0 && empty) return <>{empty}</>;
  return (
    <div className={classes.frame}>
      <table className={classes.table} role="table">
        <caption className="visually-hidden">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">{columns.map((column) => <HeaderCell key={column.key} column={column} sort={sort} />)}</tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row">
              {columns.map((column) =>
                column === naming ? (
                  <th key={column.key} role="rowheader" scope="row" className={classes.name}>{column.cell(row)}</th>
                ) : (
                  <td key={column.key} role="cell" data-label={column.quiet ? undefined : column.header} data-align={column.align}>
                    <span className={classes.value}>{column.cell(row)}</span>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function HeaderCell<Row>({ column, sort }: { column: Column<Row>; sort?: Sort }) {
  const { t } = useTranslation("frame");
  const { search } = useLocation();
  if (column.quiet) return <th role="columnheader" scope="col"><span className="visually-hidden">{column.header}</span></th>;
  if (!column.sortable || !sort) return <th role="columnheader" scope="col" data-align={column.align}>{column.header}</th>;
  const direction = sort.key === column.key ? sort.direction : undefined;
  return (
    <th role="columnheader" scope="col" data-align={column.align} aria-sort={direction ?? "none"}>
      <Link to={sortQuery(search, column.key, sort)} preventScrollReset className={classes.sort} aria-label={t("table.sortBy", { column: column.header })}>
        {column.header}
        <Icon name={direction === "descending" ? "down" : direction ? "up" : "sort"} size={14} className={direction ? classes.active : classes.idle} />
      </Link>
    </th>
  );
}
