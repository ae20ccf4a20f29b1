import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireController } from "#app/auth/guard.server.ts";
import { notFound } from "#app/auth/refusals.ts";
import { paths } from "#app/paths.ts";
import { compareChecks } from "#app/supervision/agreement-check/compare-checks.server.ts";
import type { ComparedItem } from "#app/supervision/agreement-check/compare-checks.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./check.module.css";
import { VerdictMark } from "./verdict-mark.tsx";

export const meta = pageTitle("check:compare.title");

/** A check beside the completed one before it, or beside `?with=` another of the same catalogue. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, language } = await requireController(request);
  const { searchParams } = new URL(request.url);
  const found = await withTenant(scope, (tx) => compareChecks(tx, scope, params.checkId ?? "", searchParams.get("with"), language), { readOnly: true });
  return found ? { ...found, all: searchParams.get("show") === "all" } : notFound();
}

export default function CompareChecks() {
  const { t } = useTranslation("check");
  const format = useFormat();
  const { agreement, title, before, after, items, all } = useLoaderData<typeof loader>();
  const differing = items.filter(({ differs }) => differs);
  const told = ({ startedAt, completedAt }: typeof before) => format.date(completedAt ?? startedAt);
  const query = `with=${before.id}`;
  return (
    <>
      <PageHeader
        title={t("compare.title")} lead={t("compare.lead", { title, before: told(before), after: told(after) })}
        crumbs={[{ to: paths.agreement(agreement.id), label: agreement.title }, { to: paths.agreementChecks(agreement.id), label: t("title") }, { to: paths.check(after.id), label: title }]}
      />
      <p className={classes.plain}>
        {differing.length > 0 ? t("compare.differ", { count: differing.length }) : null} {all ? <Link to={`?${query}`}>{t("compare.onlyDiffering")}</Link> : <Link to={`?${query}&show=all`}>{t("compare.all")}</Link>}
      </p>
      {differing.length === 0 && !all ? <Notice tone="ok" title={t("compare.same")} /> : (
        <DataTable
          caption={t("compare.title")} rows={all ? items : differing} rowKey={({ ref }) => ref}
          columns={[
            { key: "item", header: t("compare.item"), names: true, cell: ({ id, text }) => <><span className={classes.id}>{id}</span><span className={classes.about}>{text}</span></> },
            { key: "before", header: t("compare.before"), cell: (row) => <Said said={row.before} /> },
            { key: "after", header: t("compare.after"), cell: (row) => <Said said={row.after} /> },
          ]}
        />
      )}
    </>
  );
}

function Said({ said }: { said: ComparedItem["before"] }) {
  const { t } = useTranslation("check");
  if (!said) return <span className={classes.quiet}>{t("compare.notDecided")}</span>;
  return <span className={classes.compared}><VerdictMark verdict={said.verdict} />{said.reason ? <span>{said.reason}</span> : null}{said.clause ? <span className={classes.quiet}>{t("item.clauseAt", { clause: said.clause })}</span> : null}</span>;
}
