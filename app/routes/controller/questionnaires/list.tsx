import { Button, TextInput } from "@mantine/core";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { mayWrite } from "#app/agreement/may.ts";
import { requireController } from "#app/auth/guard.server.ts";
import { paths } from "#app/paths.ts";
import { inLanguage } from "#app/questionnaire/builder/in-language.ts";
import { ownQuestionnaires } from "#app/questionnaire/builder/own-questionnaires.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import type { Column } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { FilterBar } from "#app/ui/filter-bar.tsx";
import { Mark } from "#app/ui/mark.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Pagination } from "#app/ui/pagination.tsx";
import { readPage } from "#app/ui/sort.ts";
import { useFormat } from "#app/ui/use-format.ts";
import { useLanguage } from "#app/ui/use-language.ts";
import { Starters } from "./starters.tsx";

export const meta = pageTitle("builder:title");

const SIZE = 50;

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope } = await requireController(request);
  const url = new URL(request.url);
  const search = (url.searchParams.get("q") ?? "").trim().slice(0, 100);
  const archived = url.searchParams.get("state") === "archived";
  const page = readPage(url);
  return withTenant(scope, async (tx) => {
    const register = ownQuestionnaires(tx, scope);
    const { rows, total } = await register.list(search, archived, { skip: (page - 1) * SIZE, take: SIZE });
    const shown = rows.map(({ newest, updatedAt, archivedAt, ...row }) => ({ ...row, number: newest?.number ?? 0, updatedAt: updatedAt.toISOString(), archived: archivedAt !== null }));
    return { rows: shown, total, all: await register.count(), search, archived, page, may: mayWrite(scope) };
  }, { readOnly: true });
}

type Row = Awaited<ReturnType<typeof loader>>["rows"][number];

export default function Questionnaires() {
  const { t } = useTranslation("builder");
  const format = useFormat();
  const language = useLanguage();
  const titleOf = ({ titleDa, titleEn }: Row) => inLanguage({ da: titleDa, en: titleEn }, language);
  const { rows, total, all, search, archived, page, may } = useLoaderData<typeof loader>();
  const create = may ? <><Button component={Link} to={paths.questionnaireImport()} variant="default">{t("import.link")}</Button><Button component={Link} to={paths.questionnaireNew()}>{t("new.link")}</Button></> : null;
  const columns: Column<Row>[] = [
    { key: "title", header: t("list.name"), names: true, cell: (row) => <Link to={may && !row.archived ? paths.questionnaire(row.id) : paths.questionnairePreview(row.id)}>{titleOf(row) || t("untitled")}</Link> },
    { key: "state", header: t("list.state"), cell: (row) => <Mark tone={row.archived ? "rest" : row.number > 0 ? "ok" : "wait"}>{t(row.archived ? "state.archived" : row.number > 0 ? "state.published" : "state.draft", { number: row.number })}</Mark> },
    { key: "versions", header: t("list.versions"), align: "end", cell: (row) => (row.versions > 0 ? <Link to={paths.questionnaireVersions(row.id)} aria-label={t("list.versionsOf", { count: row.versions, title: titleOf(row) })}>{format.number(row.versions)}</Link> : "0") },
    { key: "used", header: t("list.used"), align: "end", cell: (row) => format.number(row.used) },
    { key: "changed", header: t("list.changed"), cell: (row) => t("list.changedBy", { date: format.date(row.updatedAt), name: row.updatedByName }) },
  ];
  if (all === 0) {
    return (
      <>
        <PageHeader title={t("title")} lead={t("list.lead")} />
        <EmptyState icon="questionnaires" title={t("list.none")}>{t(may ? "list.noneText" : "list.noneReader")}</EmptyState>
        {may ? <Starters /> : null}
      </>
    );
  }
  return (
    <>
      <PageHeader title={t("title")} lead={t("list.lead")} actions={create} />
      <FilterBar active={search !== "" || archived}>
        <TextInput name="q" type="search" label={t("list.search")} defaultValue={search} />
        <SelectField name="state" label={t("list.state")} defaultValue={archived ? "archived" : ""} data={[{ value: "", label: t("list.inUse") }, { value: "archived", label: t("list.archived") }]} />
      </FilterBar>
      <DataTable caption={t("title")} columns={columns} rows={rows} rowKey={(row) => row.id} empty={<EmptyState icon="search" title={t("list.noneFound")}>{t("list.noneFoundText")}</EmptyState>} />
      <Pagination page={page} size={SIZE} total={total} />
    </>
  );
}
