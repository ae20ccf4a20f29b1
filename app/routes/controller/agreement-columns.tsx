import { Link } from "@remix-run/react";
import type { TFunction } from "i18next";
import type { ListedAgreement } from "#app/agreement/present.ts";
import { paths } from "#app/paths.ts";
import { ConceptBadge } from "#app/ui/concept-badge.tsx";
import type { Column } from "#app/ui/data-table.tsx";
import { DueDate } from "#app/ui/due-date.tsx";
import { PointsBadge } from "#app/ui/points-badge.tsx";
import { StateBadge } from "#app/ui/state-badge.tsx";
import classes from "./agreement.module.css";

/** The columns of a list of agreements: which, how risky, how supervised, and how it stands. */
export function agreementColumns(t: TFunction, today: string): Column<ListedAgreement>[] {
  return [
    {
      key: "title", header: t("agreement:list.agreement"), sortable: true, names: true,
      cell: (row) => <><Link to={paths.agreement(row.id)}>{row.title}</Link>{row.reference ? <span className={classes.reference}>{row.reference}</span> : null}</>,
    },
    { key: "processor", header: t("agreement:list.processor"), sortable: true, cell: (row) => <Link to={paths.processor(row.processor.id)} className={classes.quiet}>{row.processor.name}</Link> },
    { key: "points", header: t("agreement:list.points"), sortable: true, align: "end", cell: (row) => <PointsBadge points={row.points} /> },
    { key: "concept", header: t("agreement:list.concept"), sortable: true, cell: (row) => (row.concept ? <ConceptBadge concept={row.concept} /> : <span className={classes.dim}>{t("agreement:list.noConcept")}</span>) },
    { key: "standing", header: t("agreement:list.standing"), cell: (row) => (row.ended ? <StateBadge kind="agreement" value="ended" /> : <StateBadge kind="standing" value={row.standing} />) },
    { key: "due", header: t("agreement:list.due"), sortable: true, cell: (row) => <DueDate on={row.nextDueOn} today={today} settled={row.ended || row.standing.startsWith("waiting")} /> },
  ];
}
