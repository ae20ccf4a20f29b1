import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireMember } from "#app/auth/guard.server.ts";
import { storedStates } from "#app/mail/mail-state.ts";
import { canSendMail, outbox } from "#app/mail/outbox.server.ts";
import type { MailLine } from "#app/mail/present.ts";
import { paths } from "#app/paths.ts";
import { MailMark } from "#app/routes/shared/mail-mark.tsx";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import type { Column } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { FilterBar } from "#app/ui/filter-bar.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Pagination } from "#app/ui/pagination.tsx";
import { readPage } from "#app/ui/sort.ts";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./mail.module.css";

const SIZE = 50;

export const meta = pageTitle("mail:page.title");

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request, "administrator");
  const url = new URL(request.url);
  const page = readPage(url);
  const state = storedStates.find((one) => one === url.searchParams.get("state")) ?? null;
  const query = (url.searchParams.get("q") ?? "").trim().slice(0, 100);
  const found = await withTenant(scope, (tx) => outbox(scope, tx).list({ state, query, skip: (page - 1) * SIZE, take: SIZE }), { readOnly: true });
  return { ...found, page, state, query, canSend: canSendMail() };
}

export default function Outbox() {
  const { mails, total, page, state, query, canSend } = useLoaderData<typeof loader>();
  const { t } = useTranslation("mail");
  const format = useFormat();
  const filtered = state !== null || query !== "";
  const columns: Column<MailLine>[] = [
    { key: "subject", header: t("page.subject"), cell: (mail) => <Link to={paths.mail(mail.id)}>{mail.subject}</Link> },
    { key: "to", header: t("page.to"), cell: (mail) => mail.to },
    { key: "state", header: t("page.state"), cell: (mail) => <MailMark state={mail.state} /> },
    { key: "when", header: t("page.when"), cell: (mail) => <time dateTime={mail.at} className={classes.when}>{format.dateTime(mail.at)}</time> },
  ];
  return (
    <>
      <PageHeader title={t("page.title")} lead={t("page.lead")} />
      {canSend ? null : <div className={classes.notice}><Notice title={t("page.keptTitle")}>{t("page.keptText")}</Notice></div>}
      <FilterBar active={filtered}>
        <TextField name="q" type="search" label={t("page.search")} defaultValue={query} key={`q${query}`} />
        <SelectField
          name="state"
          label={t("page.state")}
          defaultValue={state ?? ""}
          key={`state${state}`}
          data={[{ value: "", label: t("frame:filter.all") }, ...storedStates.map((one) => ({ value: one, label: t(`page.states.${one}`) }))]}
        />
      </FilterBar>
      <DataTable
        caption={t("page.list")}
        columns={columns}
        rows={mails}
        rowKey={(mail) => mail.id}
        empty={<EmptyState icon="mail" title={filtered ? t("page.emptyFilter") : t("page.empty")}>{filtered ? null : t("page.emptyText")}</EmptyState>}
      />
      <Pagination page={page} size={SIZE} total={total} />
    </>
  );
}
