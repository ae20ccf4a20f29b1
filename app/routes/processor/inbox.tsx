import { Stack, TextInput } from "@mantine/core";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireProcessor } from "#app/auth/guard.server.ts";
import { now } from "#app/config/clock.server.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import { paths } from "#app/paths.ts";
import { listOwnFindings } from "#app/supervision/finding/released-findings.server.ts";
import { listInbox } from "#app/supervision/list-inbox.server.ts";
import type { InboxRow } from "#app/supervision/list-inbox.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import type { Column } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FilterBar } from "#app/ui/filter-bar.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Pagination } from "#app/ui/pagination.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { readPage } from "#app/ui/sort.ts";
import { useFormat } from "#app/ui/use-format.ts";
import { OpenFindings } from "./finding/open-findings.tsx";
import { InboxCard } from "./inbox-card.tsx";
import { ReceivedState } from "./received-state.tsx";
import classes from "./inbox.module.css";

export const meta = pageTitle("supervision:inbox.title");

const SIZE = 20;
/** Most open findings that are shown at once; the earliest dates come first. */
const MOST_FINDINGS = 50;

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope } = await requireProcessor(request);
  const url = new URL(request.url);
  const query = (url.searchParams.get("q") ?? "").trim().slice(0, 100);
  const page = readPage(url);
  const found = await withTenant(scope, async (tx) => ({
    ...(await listInbox(tx, scope, { query, skip: (page - 1) * SIZE, take: SIZE })), findings: query === "" ? await listOwnFindings(tx, scope, MOST_FINDINGS) : { rows: [], total: 0 },
  }), { readOnly: true });
  return { ...found, query, page, today: copenhagenDate(now()), organisation: scope.organisationName };
}

export default function Inbox() {
  const { t } = useTranslation("supervision");
  const format = useFormat();
  const { waiting, done, doneTotal, findings, query, page, today, organisation } = useLoaderData<typeof loader>();
  const late = waiting.filter(({ dueOn }) => dueOn !== null && dueOn < today).length;
  const nothing = waiting.length === 0 && doneTotal === 0;
  const columns: Column<InboxRow>[] = [
    { key: "title", header: t("list.agreement"), names: true, cell: (row) => <Link to={paths.inboxRequest(row.id)}>{row.title}</Link> },
    { key: "controller", header: t("inbox.controller"), cell: (row) => row.controllerName },
    { key: "state", header: t("list.state"), cell: (row) => <ReceivedState state={row.state} outcome={row.outcome} returned={row.returned} /> },
    { key: "questions", header: t("inbox.clarifications"), align: "end", cell: (row) => (row.openClarifications === 0 ? "–" : t("inbox.open", { count: row.openClarifications })) },
    { key: "submitted", header: t("inbox.submitted"), cell: (row) => (row.submittedAt === null ? "–" : format.date(row.submittedAt)) },
  ];
  return (
    <>
      <PageHeader title={t("inbox.title")} lead={nothing && query === "" ? t("inbox.leadNone", { organisation }) : waiting.length === 0 ? t("inbox.leadDone") : late > 0 ? t("inbox.leadLate", { count: waiting.length, late }) : t("inbox.lead", { count: waiting.length })} />
      {nothing && query === "" ? (
        <EmptyState icon="inbox" title={t("inbox.none")}>{t("inbox.noneText")}</EmptyState>
      ) : (
        <Stack gap="lg">
          {waiting.length + doneTotal > 5 || query !== "" ? <FilterBar active={query !== ""}><TextInput name="q" type="search" label={t("frame:filter.search")} placeholder={t("inbox.search")} defaultValue={query} /></FilterBar> : null}
          {waiting.length > 0 ? (
            <section aria-labelledby="waiting">
              <h2 id="waiting" className={classes.heading}>{t("inbox.waiting")}</h2>
              <ul className={classes.cards}>{waiting.map((row) => <li key={row.id}><InboxCard row={row} today={today} /></li>)}</ul>
            </section>
          ) : null}
          {nothing ? <EmptyState icon="search" title={t("inbox.noneFound")} /> : null}
          <OpenFindings rows={findings.rows} total={findings.total} today={today} />
          {doneTotal > 0 ? (
            <Panel title={t("inbox.done")} flush>
              <DataTable caption={t("inbox.done")} columns={columns} rows={done} rowKey={(row) => row.id} />
            </Panel>
          ) : null}
          <Pagination page={page} size={SIZE} total={doneTotal} />
        </Stack>
      )}
    </>
  );
}
