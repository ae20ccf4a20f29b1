import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { addLimit } from "#app/agreement/add-limit.server.ts";
import { changeLimit } from "#app/agreement/change-limit.server.ts";
import { fillLimits } from "#app/agreement/fill-limits.server.ts";
import { fillForm, limitForm } from "#app/agreement/limit-form.ts";
import { loadLimits } from "#app/agreement/load-limits.server.ts";
import { WRITERS } from "#app/agreement/may.ts";
import { removeLimit } from "#app/agreement/remove-limit.server.ts";
import { requireController } from "#app/auth/guard.server.ts";
import { forbidden, notFound } from "#app/auth/refusals.ts";
import { now } from "#app/config/clock.server.ts";
import { limitKind } from "#app/domain/limits/limit-kinds.ts";
import { paths } from "#app/paths.ts";
import { readForm, refuse } from "#app/routes/shared/read-form.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { flash } from "#app/ui/flash.server.ts";
import type { Flash } from "#app/ui/flash.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { FillIn } from "./fill-in.tsx";
import { LimitForm } from "./limit-form.tsx";
import { LimitGroup } from "./limit-group.tsx";

export const meta = pageTitle<typeof loader>("limit:pageTitle", ({ title }) => ({ title }));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireController(request);
  const found = await withTenant(scope, (tx) => loadLimits(tx, scope, params.agreementId ?? ""), { readOnly: true });
  return found ?? notFound();
}

/** Adds, changes, removes a limit, or fills in from a set. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, language } = await requireController(request, ...WRITERS);
  const [id, form] = [params.agreementId ?? "", await request.formData()];
  const [intent, limitId] = [form.get("intent"), String(form.get("limit") ?? "")];
  const back = (tone: Flash["tone"], text: string, values?: Flash["values"]) => redirect(paths.agreementLimits(id), { headers: flash({ tone, text, values }) });
  if (intent === "fill") {
    const read = readForm(form, fillForm);
    if (!read.ok) return notFound();
    const filled = await withTenant(scope, (tx) => fillLimits(tx, scope, id, read.value.set, now()));
    if (filled.ok) return back("ok", filled.count === 0 ? "limit:fill.none" : "limit:fill.done", { count: filled.count });
    return filled.reason === "role" ? forbidden() : notFound();
  }
  if (intent === "remove") {
    const removed = await withTenant(scope, (tx) => removeLimit(tx, scope, id, limitId, now()));
    if (!removed.ok && removed.reason === "role") return forbidden();
    return removed.ok ? back("ok", "limit:removed") : gone(id);
  }
  const read = readForm(form, limitForm);
  if (!read.ok) return refuse(form, language, read.keys);
  const done = await withTenant(scope, async (tx) => (limitId ? await changeLimit(tx, scope, id, limitId, read.value, now()) : await addLimit(tx, scope, id, read.value)));
  if (done.ok) return back("ok", limitId ? "limit:changed" : "limit:added");
  if (done.reason === "role") return forbidden();
  return done.reason === "gone" ? gone(id) : notFound();

  /** A limit a colleague changed meanwhile; of an agreement that is not there, nothing is. */
  async function gone(agreementId: string) {
    const there = await withTenant(scope, (tx) => loadLimits(tx, scope, agreementId), { readOnly: true });
    return there ? back("soon", "limit:gone") : notFound();
  }
}

export default function LimitsPage() {
  const { t } = useTranslation("limit");
  const { id, title, may, rows, groups, sets } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const [asked] = useSearchParams();
  const changed = rows.find((row) => row.id === asked.get("change")) ?? null;
  const kind = limitKind(asked.get("add") ?? "")?.id ?? "";
  const opens = may && (changed !== null || asked.has("add"));
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} crumbs={[{ to: paths.agreements(), label: t("agreement:list.title") }, { to: paths.agreement(id), label: title }]} />
      {opens ? <LimitForm key={asked.toString()} agreementId={id} limit={changed} kind={kind} returned={returned} /> : null}
      {may ? <FillIn sets={sets} empty={rows.length === 0} agreementId={id} /> : null}
      {groups.map((group) => <LimitGroup key={group.group} group={group} may={may} agreementId={id} />)}
    </>
  );
}
