import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { readAuditFilter, isNarrowed } from "#app/audit/audit-filter.ts";
import { listAuditChoices, listAuditEvents } from "#app/audit/list-events.server.ts";
import type { AuditView } from "#app/audit/present.ts";
import { requireMember } from "#app/auth/guard.server.ts";
import { paths } from "#app/paths.ts";
import { AuditEntry } from "#app/routes/shared/audit-entry.tsx";
import { AuditFields } from "#app/routes/shared/audit-fields.tsx";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import type { Column } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FilterBar } from "#app/ui/filter-bar.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Pagination } from "#app/ui/pagination.tsx";
import { readPage } from "#app/ui/sort.ts";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./audit.module.css";

const SIZE = 50;

export const meta = pageTitle("audit:title");

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request);
  const url = new URL(request.url);
  const [filter, page] = [readAuditFilter(url), readPage(url)];
  const found = await withTenant(scope, async (tx) => ({
    ...(await listAuditEvents(tx, scope, { filter, skip: (page - 1) * SIZE, take: SIZE })),
    ...(await listAuditChoices(tx, scope)),
  }), { readOnly: true });
  return { ...found, filter, page, side: scope.side };
}

export default function Audit() {
  const { events, total, page, filter, members, supervisions, side } = useLoaderData<typeof loader>();
  const { t } = useTranslation("audit");
  const { search } = useLocation();
  const format = useFormat();
  const narrowed = isNarrowed(filter);
  const columns: Column<AuditView>[] = [
    { key: "what", header: t("what"), names: true, cell: (event) => <AuditEntry event={event} side={side} /> },
    { key: "who", header: t("who"), cell: (event) => <Who event={event} /> },
    { key: "when", header: t("when"), cell: (event) => <time dateTime={event.at} className={classes.when}>{format.dateTime(event.at)}</time> },
  ];
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        facts={total > 0 ? t("exportHint", { count: total }) : null}
        actions={total > 0 ? <a href={`${paths.auditExport()}${search}`} download className={classes.export}><Icon name="download" />{t("export")}</a> : null}
      />
      <FilterBar active={narrowed}><AuditFields filter={filter} members={members} supervisions={supervisions} /></FilterBar>
      <DataTable
        caption={t("list")}
        columns={columns}
        rows={events}
        rowKey={(event) => event.id}
        empty={<EmptyState icon="audit" title={narrowed ? t("emptyFilter") : t("empty")}>{narrowed ? null : t("emptyText")}</EmptyState>}
      />
      <Pagination page={page} size={SIZE} total={total} />
    </>
  );
}

function Who({ event }: { event: AuditView }) {
  const { t } = useTranslation("audit");
  if (event.party === "portal") return <>{t("portal")}</>;
  return (
    <>
      <span className={classes.who}>{event.by || t("nobody")}</span>
      {event.party === "other" ? <span className={classes.beside}>{t("otherParty")}</span> : null}
    </>
  );
}
