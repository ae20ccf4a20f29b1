import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { agreements } from "#app/agreement/agreements.server.ts";
import { requireController } from "#app/auth/guard.server.ts";
import { forbidden, notFound } from "#app/auth/refusals.ts";
import { now } from "#app/config/clock.server.ts";
import { paths } from "#app/paths.ts";
import { presentListed } from "#app/questionnaire/catalogues/present-catalogue.ts";
import { refuse } from "#app/routes/shared/read-form.server.ts";
import { listCheckCatalogues } from "#app/supervision/agreement-check/check-catalogue.server.ts";
import { listChecks } from "#app/supervision/agreement-check/list-checks.server.ts";
import { startCheck } from "#app/supervision/agreement-check/start-check.server.ts";
import { mayWork, WORKERS } from "#app/supervision/may.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { RadioField } from "#app/ui/field.tsx";
import { Mark } from "#app/ui/mark.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./check.module.css";

export const meta = pageTitle<typeof loader>("check:pageTitle", ({ title }) => ({ title }));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, language } = await requireController(request);
  const id = params.agreementId ?? "";
  return withTenant(scope, async (tx) => {
    const agreement = await agreements(tx, scope).find(id);
    if (!agreement) return notFound();
    const against = (await listCheckCatalogues(tx, scope)).map(({ key, catalogue }) => ({ ...presentListed(catalogue, language), key }));
    return { id, title: agreement.title, against, checks: await listChecks(tx, scope, id, language), may: mayWork(scope) };
  }, { readOnly: true });
}

/** Starts a check, or goes on with the one under way. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, language } = await requireController(request, ...WORKERS);
  const form = await request.formData();
  const started = await withTenant(scope, (tx) => startCheck(tx, scope, params.agreementId ?? "", String(form.get("catalogue") ?? ""), now()));
  if (started.ok) return redirect(paths.check(started.id));
  if (started.reason === "role") return forbidden();
  return started.reason === "not-found" ? notFound() : refuse(form, language, { catalogue: "check:start.none" });
}

export default function Checks() {
  const { t } = useTranslation("check");
  const format = useFormat();
  const { id, title, against, checks, may } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.errors;
  const underWay = (key: string) => checks.find((one) => one.key === key && one.completed === null);
  const hint = (key: string, about: string) => { const open = underWay(key); return open ? `${about} ${t("start.goOn", { done: open.done, total: open.total })}.` : about; };
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} crumbs={[{ to: paths.agreements(), label: t("agreement:list.title") }, { to: paths.agreement(id), label: title }]} />
      {may ? (
        <Panel title={t("start.title")} lead={t("start.lead")}>
          <Form method="post" className={classes.start}>
            <RadioField name="catalogue" label={t("start.catalogue")} errors={errors} chosen={against[0]?.key ?? null} options={against.map((one) => ({ value: one.key, label: `${one.title} (${t("catalogue:count", { count: one.items })})`, hint: hint(one.key, one.about) }))} />
            <div><SubmitButton>{t("start.submit")}</SubmitButton></div>
          </Form>
        </Panel>
      ) : null}
      <Panel title={t("list.title")} flush={checks.length > 0}>
        <DataTable
          caption={t("list.title")} rows={checks} rowKey={(row) => row.id} empty={<EmptyState icon="catalogues" title={t("list.none")}>{t("list.noneText")}</EmptyState>}
          columns={[
            { key: "catalogue", header: t("list.catalogue"), names: true, cell: (row) => <><Link to={paths.check(row.id)}>{row.title}</Link>{row.key.startsWith("own:") ? <span className={classes.version}>{t("list.version", { version: row.version })}</span> : null}</> },
            { key: "state", header: t("list.state"), cell: (row) => (row.completed ? <Mark tone="ok">{t("state.completed")}</Mark> : <Mark tone="wait" icon="pencil">{t("state.open")}</Mark>) },
            { key: "started", header: t("list.started"), cell: (row) => t("list.by", { date: format.date(row.startedAt), name: row.startedByName }) },
            { key: "result", header: t("list.result"), cell: (row) => (row.completed ? t("list.summary", row) : t("start.goOn", row)) },
            { key: "compare", header: t("list.compare"), cell: (row) => (row.previousId ? <Link to={paths.checkComparison(row.id)}>{t("list.compareWith")}</Link> : "–") },
          ]}
        />
      </Panel>
    </>
  );
}
