import { TextInput } from "@mantine/core";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireProcessor } from "#app/auth/guard.server.ts";
import { listDocuments } from "#app/evidence/list-evidence.server.ts";
import type { DocumentView } from "#app/evidence/list-evidence.server.ts";
import { paths, streamedPaths } from "#app/paths.ts";
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

export const meta = pageTitle("evidence:documents.title");

const SIZE = 25;

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope } = await requireProcessor(request);
  const url = new URL(request.url);
  const [query, page] = [(url.searchParams.get("q") ?? "").trim().slice(0, 100), readPage(url)];
  return { ...(await withTenant(scope, (tx) => listDocuments(tx, scope, { query, page, size: SIZE }), { readOnly: true })), query, page };
}

export default function Documents() {
  const { t } = useTranslation("evidence");
  const format = useFormat();
  const { documents, total, query, page } = useLoaderData<typeof loader>();
  const columns: Column<DocumentView>[] = [
    { key: "name", header: t("documents.name"), names: true, cell: ({ id, name }) => <a href={streamedPaths.evidence(id)} download aria-label={t("frame:download", { name })}>{name}</a> },
    { key: "request", header: t("documents.request"), cell: ({ supervisionId, title }) => <Link to={paths.inboxRequest(supervisionId)}>{title}</Link> },
    { key: "controller", header: t("documents.controller"), cell: ({ controllerName }) => controllerName },
    { key: "released", header: t("documents.state"), cell: ({ released }) => <Mark tone={released ? "ok" : "rest"} icon={released ? "check" : "lock"}>{t(released ? "documents.released" : "documents.own")}</Mark> },
    { key: "size", header: t("documents.size"), align: "end", cell: ({ size }) => format.bytes(size) },
    { key: "at", header: t("documents.at"), cell: ({ uploadedAt, uploadedByName }) => t("documents.uploaded", { date: format.date(uploadedAt), name: uploadedByName }) },
  ];
  return (
    <>
      <PageHeader title={t("documents.title")} lead={t("documents.lead")} />
      {total > 0 || query !== "" ? <FilterBar active={query !== ""}><TextInput name="q" type="search" label={t("frame:filter.search")} placeholder={t("documents.search")} defaultValue={query} /></FilterBar> : null}
      <DataTable
        caption={t("documents.title")} columns={columns} rows={documents} rowKey={({ id }) => id}
        empty={query !== "" ? <EmptyState icon="search" title={t("documents.noneFound")} /> : <EmptyState icon="documents" title={t("documents.none")}>{t("documents.noneText")}</EmptyState>}
      />
      <Pagination page={page} size={SIZE} total={total} />
    </>
  );
}
