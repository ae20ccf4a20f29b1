import { Button } from "@mantine/core";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { AGREEMENT_SORTS, isNarrowed, readFilter } from "#app/agreement/agreement-filter.ts";
import { listedAgreements } from "#app/agreement/listed-agreements.server.ts";
import { mayWrite } from "#app/agreement/may.ts";
import { requireController } from "#app/auth/guard.server.ts";
import { now } from "#app/config/clock.server.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import { paths } from "#app/paths.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Pagination } from "#app/ui/pagination.tsx";
import { readPage, readSort } from "#app/ui/sort.ts";
import { agreementColumns } from "./agreement-columns.tsx";
import { AgreementFilters } from "./agreement-filters.tsx";

export const meta = pageTitle("agreement:list.title");

const SIZE = 50;

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope } = await requireController(request);
  const url = new URL(request.url);
  const [filter, sort, page] = [readFilter(url), readSort(url, AGREEMENT_SORTS, { key: "title", direction: "ascending" }), readPage(url)];
  const today = copenhagenDate(now());
  const found = await withTenant(scope, (tx) => listedAgreements(tx, scope, today).page(filter, sort, { skip: (page - 1) * SIZE, take: SIZE }), { readOnly: true });
  return { ...found, narrowed: isNarrowed(filter), sort, page, today, may: mayWrite(scope) };
}

export default function Agreements() {
  const { t } = useTranslation("agreement");
  const { rows, total, narrowed, sort, page, today, may } = useLoaderData<typeof loader>();
  const { search } = useLocation();
  const create = may ? <Button component={Link} to={paths.agreementNew()}>{t("list.new")}</Button> : null;
  const bringIn = may ? <Button component={Link} to={paths.imports()} variant="default">{t("imports:link")}</Button> : null;
  return (
    <>
      <PageHeader
        title={t("list.title")} lead={t("list.lead")}
        actions={<>{bringIn}{total > 0 ? <Button component="a" href={`${paths.agreementsExport()}${search}`} download variant="default">{t("list.export")}</Button> : null}{create}</>}
      />
      {total > 0 || narrowed ? <AgreementFilters active={narrowed} /> : null}
      <DataTable
        caption={t("list.title")} columns={agreementColumns(t, today)} rows={rows} rowKey={(row) => row.id} sort={sort}
        empty={narrowed
          ? <EmptyState icon="search" title={t("list.noneFound")}>{t("list.noneFoundText")}</EmptyState>
          : <EmptyState icon="agreements" title={t("list.none")} action={create}>{t("list.noneText")}</EmptyState>}
      />
      <Pagination page={page} size={SIZE} total={total} />
    </>
  );
}
