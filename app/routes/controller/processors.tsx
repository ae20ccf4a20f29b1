import { Button, TextInput } from "@mantine/core";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { listedAgreements } from "#app/agreement/listed-agreements.server.ts";
import { mayWrite } from "#app/agreement/may.ts";
import { processors } from "#app/agreement/processors.server.ts";
import { requireController } from "#app/auth/guard.server.ts";
import { now } from "#app/config/clock.server.ts";
import type { Standing } from "#app/domain/lifecycle/standing.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import { paths } from "#app/paths.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import type { Column } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FilterBar } from "#app/ui/filter-bar.tsx";
import { Mark } from "#app/ui/mark.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Pagination } from "#app/ui/pagination.tsx";
import { readPage, readSort } from "#app/ui/sort.ts";
import { StateBadge } from "#app/ui/state-badge.tsx";
import { useFormat } from "#app/ui/use-format.ts";

export const meta = pageTitle("processor:list.title");

const SIZE = 50;

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope } = await requireController(request);
  const url = new URL(request.url);
  const search = (url.searchParams.get("q") ?? "").trim().slice(0, 100);
  const sort = readSort(url, ["name", "agreements"], { key: "name", direction: "ascending" });
  const page = readPage(url);
  return withTenant(scope, async (tx) => {
    const { rows, total } = await processors(tx, scope).list(search, sort, { skip: (page - 1) * SIZE, take: SIZE });
    const worst = await listedAgreements(tx, scope, copenhagenDate(now())).worstByProcessor(rows.map(({ id }) => id));
    const shown = rows.map(({ id, name, cvr, organisationId, contactName, contactEmail, _count }) => ({
      id, name, cvr, here: organisationId !== null, contact: contactName || contactEmail, agreements: _count.agreements, worst: worst.get(id) ?? null,
    }));
    return { rows: shown, total, search, sort, page, may: mayWrite(scope) };
  }, { readOnly: true });
}

type Row = { id: string; name: string; cvr: string | null; here: boolean; contact: string; agreements: number; worst: Standing | null };

export default function Processors() {
  const { t } = useTranslation("processor");
  const format = useFormat();
  const { rows, total, search, sort, page, may } = useLoaderData<typeof loader>();
  const create = may ? <Button component={Link} to={paths.processorNew()}>{t("list.new")}</Button> : null;
  const columns: Column<Row>[] = [
    { key: "name", header: t("list.name"), sortable: true, names: true, cell: (row) => <Link to={paths.processor(row.id)}>{row.name}</Link> },
    { key: "cvr", header: t("list.cvr"), cell: (row) => <span className="tabular">{row.cvr ?? t("noCvr")}</span> },
    { key: "agreements", header: t("list.agreements"), sortable: true, align: "end", cell: (row) => format.number(row.agreements) },
    { key: "worst", header: t("list.standing"), cell: (row) => (row.worst ? <StateBadge kind="standing" value={row.worst} /> : t("list.noAgreements")) },
    { key: "here", header: t("list.here"), cell: (row) => <Mark tone={row.here ? "ok" : "rest"}>{t(row.here ? "here.yes" : "here.no")}</Mark> },
    { key: "contact", header: t("list.contact"), cell: (row) => row.contact || t("list.noContact") },
  ];
  return (
    <>
      <PageHeader title={t("list.title")} lead={t("list.lead")} actions={<>{may ? <Button component={Link} to={paths.imports()} variant="default">{t("imports:link")}</Button> : null}{create}</>} />
      {total > 0 || search ? (
        <FilterBar active={search !== ""}>
          <TextInput name="q" type="search" label={t("list.search")} defaultValue={search} />
        </FilterBar>
      ) : null}
      <DataTable
        caption={t("list.title")} columns={columns} rows={rows} rowKey={(row) => row.id} sort={sort}
        empty={search
          ? <EmptyState icon="search" title={t("list.noneFound")}>{t("list.noneFoundText", { search })}</EmptyState>
          : <EmptyState icon="processors" title={t("list.none")} action={create}>{t("list.noneText")}</EmptyState>}
      />
      <Pagination page={page} size={SIZE} total={total} />
    </>
  );
}
