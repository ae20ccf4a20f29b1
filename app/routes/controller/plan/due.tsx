import { Button } from "@mantine/core";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DUE_SORTS } from "#app/agreement/plan/due-filter.ts";
import type { DueLine, DueState } from "#app/agreement/plan/due-filter.ts";
import { countDue, listDue } from "#app/agreement/plan/list-due.server.ts";
import { listOwners } from "#app/agreement/plan/load-year.server.ts";
import { readDay, readDueFilter } from "#app/agreement/plan/read-due-filter.ts";
import { requireController } from "#app/auth/guard.server.ts";
import { now } from "#app/config/clock.server.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import { paths } from "#app/paths.ts";
import { mayWork } from "#app/supervision/may.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { ConceptBadge } from "#app/ui/concept-badge.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import type { Column } from "#app/ui/data-table.tsx";
import { DueDate } from "#app/ui/due-date.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Mark } from "#app/ui/mark.tsx";
import type { Tone } from "#app/ui/mark.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Pagination } from "#app/ui/pagination.tsx";
import { PointsBadge } from "#app/ui/points-badge.tsx";
import { readPage, readSort } from "#app/ui/sort.ts";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./agreement-plan.module.css";
import { DueFilters } from "./due-filters.tsx";

export const meta = pageTitle("plan:due.title");

const SIZE = 50;
const TONES: Readonly<Record<DueState, Tone>> = { overdue: "late", "under-way": "wait", ahead: "rest" };

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope } = await requireController(request);
  const [url, today] = [new URL(request.url), copenhagenDate(now())];
  const [on, from, filter] = [readDay(url, "on", today), url.searchParams.has("from") ? readDay(url, "from", today) : undefined, readDueFilter(url)];
  const [order, page] = [readSort(url, DUE_SORTS, { key: "due", direction: "ascending" }), readPage(url)];
  return withTenant(scope, async (tx) => ({
    may: mayWork(scope), on, from: from ?? null, today, order, page, narrowed: Object.keys(filter).length > 0, owners: await listOwners(tx),
    rows: await listDue(tx, { on, from, today, filter, order, take: SIZE, skip: (page - 1) * SIZE }), total: await countDue(tx, { on, from, today, filter }),
  }), { readOnly: true });
}

/** Who is due on any day: what is due then or before, whatever the year. */
export default function DuePage() {
  const { t } = useTranslation("plan");
  const format = useFormat();
  const { search } = useLocation();
  const { may, on, from, today, order, page, narrowed, owners, rows, total } = useLoaderData<typeof loader>();
  const said = { count: total, number: format.number(total), date: format.date(on), from: from ? format.date(from) : "" };
  const columns: Column<DueLine>[] = [
    { key: "title", header: t("due.agreement"), sortable: true, cell: ({ agreementId, title, kind }) => <><Link to={paths.agreementPlan(agreementId)}>{title}</Link>{kind === "primary" ? null : <span className={classes.note}>{t(`kind.${kind}`)}</span>}</> },
    { key: "processor", header: t("due.processor"), sortable: true, cell: ({ processorId, processorName }) => <Link to={paths.processor(processorId)}>{processorName}</Link> },
    { key: "points", header: t("due.points"), sortable: true, cell: ({ points }) => <PointsBadge points={points} /> },
    { key: "concept", header: t("due.concept"), sortable: true, cell: ({ concept }) => <ConceptBadge concept={concept} /> },
    { key: "due", header: t("due.dueOn"), sortable: true, cell: ({ dueOn, state }) => <DueDate on={dueOn} today={today} settled={state === "under-way"} /> },
    { key: "state", header: t("due.state"), sortable: true, cell: ({ state }) => <Mark tone={TONES[state]}>{t(`state.${state}`)}</Mark> },
  ];
  return (
    <>
      <PageHeader
        title={t("due.title")} lead={t(from ? "due.between" : "due.lead", said)} crumbs={[{ to: paths.plan(), label: t("wheel.title") }]}
        actions={total > 0 ? (
          <>
            <Button component="a" href={`${paths.dueExport()}${search}`} download variant="default">{t("due.export")}</Button>
            {may ? <Button component={Link} to={paths.roundNew(on)}>{t("round:list.new")}</Button> : null}
          </>
        ) : null}
      />
      <DueFilters active={narrowed || from !== null} owners={owners} on={on} />
      <DataTable caption={t("due.list")} columns={columns} rows={rows} rowKey={({ lineId }) => lineId} sort={order} empty={<EmptyState icon="check" title={t("due.empty")} />} />
      <Pagination page={page} size={SIZE} total={total} />
    </>
  );
}
