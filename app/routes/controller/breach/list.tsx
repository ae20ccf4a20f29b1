import { Button, NativeSelect, TextInput } from "@mantine/core";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireController } from "#app/auth/guard.server.ts";
import { now } from "#app/config/clock.server.ts";
import { paths } from "#app/paths.ts";
import { BREACH_SHOWS, BREACH_SORTS, RECORD_SOURCES, readBreachFilter } from "#app/supervision/breach/breach-filter.ts";
import { countBreaches, listBreaches } from "#app/supervision/breach/list-breaches.server.ts";
import { mayWork } from "#app/supervision/may.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FilterBar } from "#app/ui/filter-bar.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Pagination } from "#app/ui/pagination.tsx";
import { readPage, readSort } from "#app/ui/sort.ts";
import { Stat, Stats } from "#app/ui/stat.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import { breachColumns } from "./columns.tsx";

export const meta = pageTitle("breach:list.title");

const SIZE = 25;

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope } = await requireController(request);
  const url = new URL(request.url);
  const [filter, sort, page, at] = [readBreachFilter(url), readSort(url, BREACH_SORTS, { key: "clock", direction: "ascending" }), readPage(url), now()];
  const found = await withTenant(scope, async (tx) => ({ ...(await listBreaches(tx, scope, { filter, sort, skip: (page - 1) * SIZE, take: SIZE, now: at })), counts: await countBreaches(tx, scope, at) }), { readOnly: true });
  return { ...found, filter, sort, page, may: mayWork(scope) };
}

export default function Breaches() {
  const { t } = useTranslation("breach");
  const format = useFormat();
  const { rows, total, counts, filter, sort, page, may } = useLoaderData<typeof loader>();
  const { search } = useLocation();
  const filtered = filter.show !== "open" || filter.source !== null || filter.query !== "";
  const show = (key: (typeof BREACH_SHOWS)[number]) => `${paths.breaches()}?show=${key}`;
  const add = may ? <Button component={Link} to={paths.breachNew()}>{t("list.new")}</Button> : null;
  return (
    <>
      <PageHeader
        title={t("list.title")} lead={t("list.lead")}
        actions={<>{total > 0 ? <Button component="a" href={`${paths.breachesExport()}${search}`} download variant="default">{t("list.export")}</Button> : null}{add}</>}
      />
      <Stats>
        <Stat label={t("stat.open")} value={counts.open} to={show("open")} tone={counts.open > 0 ? "wait" : "ok"} />
        <Stat label={t("stat.undecided")} value={counts.undecided} to={show("undecided")} tone={counts.undecided > 0 ? "soon" : "ok"} />
        <Stat label={t("stat.over")} value={counts.over} to={show("undecided")} tone={counts.over > 0 ? "late" : "ok"} />
        <Stat label={t("stat.unassigned")} value={counts.unassigned} to={show("unassigned")} tone={counts.unassigned > 0 ? "soon" : "ok"} />
      </Stats>
      <FilterBar active={filtered}>
        <TextInput name="q" type="search" label={t("frame:filter.search")} placeholder={t("list.search")} defaultValue={filter.query} key={`q${filter.query}`} />
        <NativeSelect name="show" label={t("list.show")} defaultValue={filter.show} key={filter.show} data={BREACH_SHOWS.map((one) => ({ value: one, label: t(`show.${one}`) }))} />
        <NativeSelect
          name="source" label={t("list.source")} defaultValue={filter.source ?? ""} key={`s${filter.source ?? ""}`}
          data={[{ value: "", label: t("frame:filter.all") }, ...RECORD_SOURCES.map((one) => ({ value: one, label: t(`source.${one}`) }))]}
        />
      </FilterBar>
      <DataTable
        caption={t("list.title")} columns={breachColumns(t, format)} rows={rows} rowKey={({ id }) => id} sort={sort}
        empty={filtered
          ? <EmptyState icon="search" title={t("list.noneFound")} />
          : <EmptyState icon="check" title={t("list.none")} action={add}>{t("list.noneText")}</EmptyState>}
      />
      <Pagination page={page} size={SIZE} total={total} />
    </>
  );
}
