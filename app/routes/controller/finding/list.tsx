import { Button, NativeSelect, TextInput } from "@mantine/core";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireController } from "#app/auth/guard.server.ts";
import { now } from "#app/config/clock.server.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import { paths } from "#app/paths.ts";
import { FINDING_SHOWS, FINDING_SORTS, readFindingFilter, SEVERITIES } from "#app/supervision/finding/finding-filter.ts";
import { countFindings, listFindings } from "#app/supervision/finding/list-findings.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FilterBar } from "#app/ui/filter-bar.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Pagination } from "#app/ui/pagination.tsx";
import { readPage, readSort } from "#app/ui/sort.ts";
import { Stat, Stats } from "#app/ui/stat.tsx";
import { findingColumns } from "./columns.tsx";

export const meta = pageTitle("finding:title");

const SIZE = 25;

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope, language } = await requireController(request);
  const url = new URL(request.url);
  const [filter, sort, page] = [readFindingFilter(url), readSort(url, FINDING_SORTS, { key: "due", direction: "ascending" }), readPage(url)];
  const today = copenhagenDate(now());
  const found = await withTenant(scope, async (tx) => ({
    ...(await listFindings(tx, scope, { filter, sort, skip: (page - 1) * SIZE, take: SIZE, today, language })), counts: await countFindings(tx, scope, today),
  }), { readOnly: true });
  return { ...found, filter, sort, page, today };
}

export default function Findings() {
  const { t } = useTranslation("finding");
  const { rows, total, counts, filter, sort, page, today } = useLoaderData<typeof loader>();
  const { search } = useLocation();
  const filtered = filter.show !== "open" || filter.severity !== null || filter.query !== "";
  const show = (key: keyof typeof counts) => `${paths.findings()}?show=${key}`;
  return (
    <>
      <PageHeader
        title={t("title")} lead={t("lead")}
        actions={
          <>
            <Button component={Link} to={paths.findingRules()} variant="default">{t("rules.see")}</Button>
            {total > 0 ? <Button component="a" href={`${paths.findingsExport()}${search}`} download variant="default">{t("export")}</Button> : null}
          </>
        }
      />
      <Stats>
        <Stat label={t("show.open")} value={counts.open} to={show("open")} tone={counts.open > 0 ? "soon" : "ok"} />
        <Stat label={t("show.overdue")} value={counts.overdue} to={show("overdue")} tone={counts.overdue > 0 ? "late" : "ok"} />
        <Stat label={t("show.blocking")} value={counts.blocking} to={show("blocking")} tone={counts.blocking > 0 ? "late" : "ok"} />
        <Stat label={t("show.expiring")} value={counts.expiring} to={show("expiring")} tone={counts.expiring > 0 ? "soon" : "ok"} />
      </Stats>
      <FilterBar active={filtered}>
        <TextInput name="q" type="search" label={t("frame:filter.search")} placeholder={t("filter.hint")} defaultValue={filter.query} key={`q${filter.query}`} />
        <NativeSelect name="show" label={t("filter.state")} defaultValue={filter.show} key={filter.show} data={FINDING_SHOWS.map((one) => ({ value: one, label: t(`show.${one}`) }))} />
        <NativeSelect
          name="severity" label={t("filter.severity")} defaultValue={filter.severity ?? ""} key={`s${filter.severity ?? ""}`}
          data={[{ value: "", label: t("frame:filter.all") }, ...SEVERITIES.map((one) => ({ value: one, label: t(`words:severity.${one}`) }))]}
        />
      </FilterBar>
      <DataTable
        caption={t("title")} columns={findingColumns(t, today)} rows={rows} rowKey={({ id }) => id} sort={sort}
        empty={filtered
          ? <EmptyState icon="search" title={t("empty.none")}>{t("empty.filtered")}</EmptyState>
          : <EmptyState icon="check" title={t("empty.title")}>{t("empty.text")}</EmptyState>}
      />
      <Pagination page={page} size={SIZE} total={total} />
    </>
  );
}
