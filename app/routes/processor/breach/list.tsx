import { Button, TextInput } from "@mantine/core";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireProcessor } from "#app/auth/guard.server.ts";
import { paths } from "#app/paths.ts";
import { listOwnBreaches } from "#app/supervision/breach/list-own-breaches.server.ts";
import type { OwnBreachRow } from "#app/supervision/breach/list-own-breaches.server.ts";
import { mayAnswer } from "#app/supervision/may.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import type { Column } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FilterBar } from "#app/ui/filter-bar.tsx";
import { Mark } from "#app/ui/mark.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Pagination } from "#app/ui/pagination.tsx";
import { readPage } from "#app/ui/sort.ts";
import { useFormat } from "#app/ui/use-format.ts";

export const meta = pageTitle("breach:own.title");

const SIZE = 25;

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope } = await requireProcessor(request);
  const url = new URL(request.url);
  const query = (url.searchParams.get("q") ?? "").trim().slice(0, 100);
  const page = readPage(url);
  const found = await withTenant(scope, (tx) => listOwnBreaches(tx, scope, query, { skip: (page - 1) * SIZE, take: SIZE }), { readOnly: true });
  return { ...found, query, page, may: mayAnswer(scope) };
}

export default function OwnBreaches() {
  const { t } = useTranslation("breach");
  const format = useFormat();
  const { rows, total, query, page, may } = useLoaderData<typeof loader>();
  const columns: Column<OwnBreachRow>[] = [
    { key: "title", header: t("field.title"), names: true, cell: (row) => <Link to={paths.ownBreach(row.id)}>{row.title}</Link> },
    { key: "aware", header: t("field.awareAt"), cell: (row) => format.dateTime(row.awareAt) },
    { key: "state", header: t("own.state"), cell: (row) => (row.told === 0 ? <Mark tone="soon" icon="pencil">{t("own.draft")}</Mark> : <Mark tone="ok">{t("own.told", { count: row.told })}</Mark>) },
    { key: "first", header: t("own.first"), cell: (row) => (row.firstToldAt ? format.dateTime(row.firstToldAt) : "–") },
    { key: "dealt", header: t("field.dealtWithAt"), cell: (row) => (row.dealtWithAt ? format.date(row.dealtWithAt) : "–") },
  ];
  const add = may ? <Button component={Link} to={paths.ownBreachNew()}>{t("own.new")}</Button> : null;
  return (
    <>
      <PageHeader title={t("own.title")} lead={t("own.lead")} actions={total > 0 ? add : null} />
      {total > 10 || query !== "" ? <FilterBar active={query !== ""}><TextInput name="q" type="search" label={t("frame:filter.search")} placeholder={t("own.search")} defaultValue={query} /></FilterBar> : null}
      <DataTable
        caption={t("own.count")} columns={columns} rows={rows} rowKey={({ id }) => id}
        empty={query !== "" ? <EmptyState icon="search" title={t("own.noneFound")} /> : <EmptyState icon="breaches" title={t("own.none")} action={add}>{t("own.noneText")}</EmptyState>}
      />
      <Pagination page={page} size={SIZE} total={total} />
    </>
  );
}
