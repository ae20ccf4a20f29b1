import { Checkbox } from "@mantine/core";
import { Link } from "@remix-run/react";
import { paths } from "#app/paths.ts";
import type { ItemStand, RoundItemView } from "#app/supervision/round/round-items.ts";
import type { Column } from "#app/ui/data-table.tsx";
import { Mark } from "#app/ui/mark.tsx";
import type { Tone } from "#app/ui/mark.tsx";
import { PointsBadge } from "#app/ui/points-badge.tsx";
import { PartsBadge } from "./parts-badge.tsx";
import classes from "./round.module.css";

const tones: Readonly<Record<ItemStand, Tone>> = {
  ready: "ok", cannot: "soon", left: "rest", unsent: "rest", refused: "late", waiting: "wait", overdue: "late", answered: "soon", concluded: "ok", withdrawn: "rest",
};

/** The columns of a round's list; ticks only where something can still be chosen. */
export function itemColumns(t: (key: string, values?: Record<string, string>) => string, { roundId, draft, may }: { roundId: string; draft: boolean; may: boolean }): Column<RoundItemView>[] {
  const tick: Column<RoundItemView> = { key: "pick", header: t("items.pick"), quiet: true, cell: (row) => <Checkbox name="item" value={row.agreementId} aria-label={t("items.pickOne", { title: row.title })} /> };
  return [
    ...(draft && may ? [tick] : []),
    { key: "title", header: t("items.agreement"), sortable: true, names: true, cell: (row) => <Link to={row.supervisionId ? paths.supervision(row.supervisionId) : paths.agreement(row.agreementId)}>{row.title}</Link> },
    { key: "processor", header: t("items.processor"), sortable: true, cell: (row) => row.processorName },
    { key: "concept", header: t("items.concept"), sortable: true, cell: ({ concept, supplements, own }) => <PartsBadge concept={concept} supplements={supplements} own={own} /> },
    { key: "points", header: t("items.points"), sortable: true, align: "end", cell: (row) => <PointsBadge points={row.points} /> },
    {
      key: "state", header: t("items.state"), sortable: true,
      cell: (row) => <><Mark tone={tones[row.stand]}>{t(`items.shows.${row.stand}`)}</Mark>{row.refusal && row.stand !== "left" ? <span className={classes.why}>{t(`refusal.${row.refusal}`)}</span> : null}</>,
    },
    ...(draft ? [{ key: "preview", header: t("items.preview"), quiet: true, cell: (row: RoundItemView) => <Link to={paths.roundPreview(roundId, row.agreementId)} className={classes.link}>{t("items.preview")}</Link> }] : []),
  ];
}
