import { Button } from "@mantine/core";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireController } from "#app/auth/guard.server.ts";
import { paths } from "#app/paths.ts";
import { mayWork } from "#app/supervision/may.ts";
import { rounds } from "#app/supervision/round/rounds.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { ConceptBadge } from "#app/ui/concept-badge.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import type { Column } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Pagination } from "#app/ui/pagination.tsx";
import { readPage } from "#app/ui/sort.ts";
import { useFormat } from "#app/ui/use-format.ts";
import { RoundMark } from "./round-mark.tsx";
import classes from "./round.module.css";

export const meta = pageTitle("round:title");

const SIZE = 25;

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope } = await requireController(request);
  const page = readPage(new URL(request.url));
  const { rows, total } = await withTenant(scope, (tx) => rounds(tx, scope).list({ skip: (page - 1) * SIZE, take: SIZE }), { readOnly: true });
  const shown = rows.map(({ id, title, state, dueOn, createdAt, createdByName, counts, concepts }) => ({ id, title, state, dueOn, createdAt: createdAt.toISOString(), createdByName, counts, concepts }));
  return { rows: shown, total, page, may: mayWork(scope) };
}

type Row = Awaited<ReturnType<typeof loader>>["rows"][number];

export default function Rounds() {
  const { t } = useTranslation("round");
  const format = useFormat();
  const { rows, total, page, may } = useLoaderData<typeof loader>();
  const create = may ? <Button component={Link} to={paths.roundNew()}>{t("list.new")}</Button> : null;
  const columns: Column<Row>[] = [
    { key: "title", header: t("list.name"), names: true, cell: (row) => <Link to={paths.round(row.id)}>{row.title}</Link> },
    { key: "state", header: t("list.state"), cell: (row) => <RoundMark state={row.state} /> },
    { key: "concepts", header: t("list.concepts"), cell: (row) => <span className={classes.badges}>{row.concepts.map((concept) => <ConceptBadge key={concept} concept={concept} />)}</span> },
    {
      key: "progress", header: t("list.progress"), align: "end",
      cell: ({ counts }) => <span className={`tabular ${classes.whole}`}>{t("list.sentOf", { sent: format.number(counts.sent), total: format.number(counts.sent + counts.refused + counts.waiting) })}</span>,
    },
    { key: "due", header: t("list.due"), cell: (row) => <span className={classes.whole}>{row.dueOn ? format.date(row.dueOn) : "–"}</span> },
    { key: "made", header: t("list.made"), cell: (row) => t("list.madeBy", { date: format.date(row.createdAt), name: row.createdByName }) },
  ];
  return (
    <>
      <PageHeader title={t("title")} lead={t("list.lead")} crumbs={[{ to: paths.supervisions(), label: t("frame:nav.supervisions") }]} actions={create} />
      <DataTable caption={t("title")} columns={columns} rows={rows} rowKey={({ id }) => id} empty={<EmptyState icon="supervisions" title={t("list.none")} action={create}>{t("list.noneText")}</EmptyState>} />
      <Pagination page={page} size={SIZE} total={total} />
    </>
  );
}
