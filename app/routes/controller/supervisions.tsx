import { Button, NativeSelect, TextInput } from "@mantine/core";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireController } from "#app/auth/guard.server.ts";
import { now } from "#app/config/clock.server.ts";
import { CONCEPTS } from "#app/domain/concept/concept.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import { paths } from "#app/paths.ts";
import { listSupervisions } from "#app/supervision/list-supervisions.server.ts";
import type { SupervisionRow } from "#app/supervision/list-supervisions.server.ts";
import { readFilter, SHOWS, SORT_KEYS } from "#app/supervision/supervision-filter.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { ConceptBadge } from "#app/ui/concept-badge.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import type { Column } from "#app/ui/data-table.tsx";
import { DueDate } from "#app/ui/due-date.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FilterBar } from "#app/ui/filter-bar.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Pagination } from "#app/ui/pagination.tsx";
import { PointsBadge } from "#app/ui/points-badge.tsx";
import { readPage, readSort } from "#app/ui/sort.ts";
import { StateBadge } from "#app/ui/state-badge.tsx";

export const meta = pageTitle("supervision:list.title");

const SIZE = 25;

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope } = await requireController(request);
  const url = new URL(request.url);
  const [filter, sort, page] = [readFilter(url), readSort(url, SORT_KEYS, { key: "due", direction: "ascending" }), readPage(url)];
  const today = copenhagenDate(now());
  const found = await withTenant(scope, (tx) => listSupervisions(tx, scope, { filter, sort, skip: (page - 1) * SIZE, take: SIZE, today }), { readOnly: true });
  return { ...found, filter, sort, page, today };
}

export default function Supervisions() {
  const { t } = useTranslation("supervision");
  const { rows, total, filter, sort, page, today } = useLoaderData<typeof loader>();
  const { search } = useLocation();
  const filtered = filter.show !== "open" || filter.concept !== null || filter.query !== "";
  return (
    <>
      <PageHeader
        title={t("list.title")}
        lead={t("list.lead")}
        actions={
          <>
            {total > 0 ? <Button component="a" href={`${paths.supervisionsExport()}${search}`} download variant="default">{t("list.export")}</Button> : null}
            <Button component={Link} to={paths.rounds()} variant="default">{t("round:title")}</Button>
          </>
        }
      />
      <FilterBar active={filtered}>
        <TextInput name="q" type="search" label={t("list.search")} placeholder={t("list.searchHint")} defaultValue={filter.query} />
        <NativeSelect name="show" label={t("list.show")} defaultValue={filter.show} data={SHOWS.map((show) => ({ value: show, label: showLabel(show, t) }))} />
        <NativeSelect
          name="concept" label={t("list.concept")} defaultValue={filter.concept === null ? "" : String(filter.concept)}
          data={[{ value: "", label: t("frame:filter.all") }, ...CONCEPTS.slice(1).map((one) => ({ value: String(one), label: `${one} · ${t(`words:concept.short.${one}`)}` }))]}
        />
      </FilterBar>
      <DataTable
        caption={t("list.title")} columns={columns(t, today)} rows={rows} rowKey={(row) => row.id} sort={sort}
        empty={filtered ? (
          <EmptyState icon="search" title={t("list.noneFound")}>{t("list.noneFoundText")}</EmptyState>
        ) : (
          <EmptyState icon="supervisions" title={t("list.none")} action={<Button component={Link} to={paths.agreements()}>{t("list.toAgreements")}</Button>}>{t("list.noneText")}</EmptyState>
        )}
      />
      <Pagination page={page} size={SIZE} total={total} />
    </>
  );
}

function showLabel(show: (typeof SHOWS)[number], t: (key: string) => string): string {
  return show === "open" || show === "overdue" || show === "all" ? t(`list.shows.${show}`) : t(`words:supervision.${show}`);
}

function columns(t: (key: string, values?: Record<string, number>) => string, today: string): Column<SupervisionRow>[] {
  return [
    { key: "title", header: t("list.agreement"), sortable: true, names: true, cell: (row) => <Link to={paths.supervision(row.id)}>{row.title}</Link> },
    { key: "processor", header: t("list.processor"), sortable: true, cell: (row) => row.processorName },
    { key: "concept", header: t("list.concept"), cell: (row) => <ConceptBadge concept={row.concept} /> },
    { key: "points", header: t("list.points"), align: "end", cell: (row) => <PointsBadge points={row.points} /> },
    {
      key: "state", header: t("list.state"), sortable: true,
      cell: (row) => (row.overdue ? <StateBadge kind="standing" value="overdue" /> : row.outcome ? <StateBadge kind="outcome" value={row.outcome} /> : <StateBadge kind="supervision" value={row.state} />),
    },
    { key: "progress", header: t("list.progress"), align: "end", cell: (row) => (row.total === null || row.answered === null ? "–" : t("list.answered", { answered: row.answered, total: row.total })) },
    { key: "due", header: t("list.due"), sortable: true, cell: (row) => <DueDate on={row.dueOn} today={today} settled={!["sent", "answering", "returned"].includes(row.state)} /> },
  ];
}
