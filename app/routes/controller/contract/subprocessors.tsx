import { Button } from "@mantine/core";
import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { addSubprocessor } from "#app/agreement/add-subprocessor.server.ts";
import { agreements } from "#app/agreement/agreements.server.ts";
import { orderChain, searchChain } from "#app/agreement/chain.ts";
import { changeSubprocessor, seenAs } from "#app/agreement/change-subprocessor.server.ts";
import { WRITERS, mayWrite } from "#app/agreement/may.ts";
import { removeSubprocessor } from "#app/agreement/remove-subprocessor.server.ts";
import { subprocessorForm } from "#app/agreement/subprocessor-form.ts";
import { subprocessors } from "#app/agreement/subprocessors.server.ts";
import { requireController } from "#app/auth/guard.server.ts";
import { forbidden, notFound } from "#app/auth/refusals.ts";
import { now } from "#app/config/clock.server.ts";
import { isThirdCountry } from "#app/domain/identity/countries.ts";
import { paths } from "#app/paths.ts";
import { readForm, refuse } from "#app/routes/shared/read-form.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { TextField } from "#app/ui/field.tsx";
import { FilterBar } from "#app/ui/filter-bar.tsx";
import { flash } from "#app/ui/flash.server.ts";
import type { Flash } from "#app/ui/flash.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Panel } from "#app/ui/panel.tsx";
import classes from "./chain.module.css";
import { SubprocessorForm } from "./subprocessor-form.tsx";
import { SubprocessorList } from "./subprocessor-list.tsx";

export const meta = pageTitle<typeof loader>("agreement:chain.pageTitle", ({ title }) => ({ title }));

/** From how many sub-processors on there is a search field. */
const MANY = 8;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireController(request);
  const { searchParams } = new URL(request.url);
  return withTenant(scope, async (tx) => {
    const agreement = (await agreements(tx, scope).find(params.agreementId ?? "")) ?? notFound();
    const chain = orderChain(await subprocessors(tx, scope).list(agreement.id));
    const change = chain.find(({ id }) => id === searchParams.get("change")) ?? null;
    const search = (searchParams.get("q") ?? "").slice(0, 100);
    return {
      id: agreement.id, title: agreement.title, processor: agreement.processor.name, approvalKind: agreement.approvalKind, transfers: agreement.transfersOutsideEu, may: mayWrite(scope), chain, shown: searchChain(chain, search), search,
      change: change && { row: change, seen: seenAs(change) }, adds: searchParams.get("add") === null ? null : { under: chain.find(({ id }) => id === searchParams.get("add"))?.id ?? "" },
    };
  }, { readOnly: true });
}

/** Adds, changes or removes a sub-processor. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, language } = await requireController(request, ...WRITERS);
  const [agreementId, form] = [params.agreementId ?? "", await request.formData()];
  if (!(await withTenant(scope, (tx) => agreements(tx, scope).find(agreementId), { readOnly: true }))) notFound();
  const [intent, id] = [form.get("intent"), String(form.get("id") ?? "")];
  const back = (tone: Flash["tone"], text: string, values?: Flash["values"]) => redirect(paths.agreementSubprocessors(agreementId), { headers: flash({ tone, text, values }) });
  if (intent === "remove") {
    const removed = await withTenant(scope, (tx) => removeSubprocessor(tx, scope, agreementId, id, now()));
    if (removed.ok) return back("ok", "agreement:chain.removed", { count: removed.count });
    return removed.reason === "role" ? forbidden() : back("soon", "agreement:chain.gone");
  }
  const read = readForm(form, subprocessorForm);
  if (!read.ok) return refuse(form, language, read.keys);
  const done = id
    ? await withTenant(scope, (tx) => changeSubprocessor(tx, scope, agreementId, { ...read.value, id }, String(form.get("seen") ?? ""), now()))
    : await withTenant(scope, (tx) => addSubprocessor(tx, scope, agreementId, read.value, now()));
  if (done.ok) return back("ok", id ? "agreement:chain.changed" : "agreement:chain.added", { name: read.value.name });
  if (done.reason === "role") return forbidden();
  if (done.reason === "not-found") return notFound();
  if (done.reason === "gone" || done.reason === "changed") return back("soon", `agreement:chain.${done.reason === "gone" ? "gone" : "conflict"}`);
  return refuse(form, language, { parentId: `agreement:error.${done.reason}` });
}

export default function SubprocessorsPage() {
  const { t } = useTranslation("agreement");
  const { id, title, processor, approvalKind, transfers, may, chain, shown, search, change, adds } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const add = may ? <Button component={Link} to={`${paths.agreementSubprocessors(id)}?add=`}>{t("chain.add")}</Button> : null;
  return (
    <>
      <PageHeader
        title={t("chain.title")} lead={t("chain.lead", { processor })} actions={chain.length > 0 ? add : null}
        crumbs={[{ to: paths.agreements(), label: t("list.title") }, { to: paths.agreement(id), label: title }]}
      />
      {may && (change || adds) ? <SubprocessorForm key={change?.row.id ?? `add ${adds?.under}`} agreementId={id} change={change} under={adds?.under ?? ""} chain={chain} processor={processor} returned={returned} /> : null}
      {!transfers && chain.some(({ country, status }) => status !== "refused" && isThirdCountry(country)) ? (
        <div className={classes.notice}><Notice tone="soon" title={t("chain.transferDiffers")}><p>{t("chain.transferDiffersText")} {may ? <Link to={paths.agreementEdit(id)}>{t("one.edit")}</Link> : null}</p></Notice></div>
      ) : null}
      {chain.length >= MANY ? (
        <FilterBar active={search !== ""}><TextField name="q" type="search" label={t("chain.search")} defaultValue={search} key={search} /></FilterBar>
      ) : null}
      <Panel flush>
        {chain.length === 0 ? <EmptyState icon="processors" title={t("chain.none")} action={add}>{t(approvalKind === "general" ? "chain.noneGeneral" : "chain.noneText", { processor })}</EmptyState>
          : shown.length === 0 ? <EmptyState icon="search" title={t("chain.noneFound")}>{t("list.noneFoundText")}</EmptyState>
          : <SubprocessorList links={shown} may={may} agreementId={id} />}
      </Panel>
    </>
  );
}
