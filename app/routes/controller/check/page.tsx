import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireController } from "#app/auth/guard.server.ts";
import { forbidden, notFound } from "#app/auth/refusals.ts";
import { now } from "#app/config/clock.server.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import { paths } from "#app/paths.ts";
import { anchorOf } from "#app/questionnaire/catalogues/item-refs.ts";
import { decisionForm } from "#app/supervision/agreement-check/decision-form.ts";
import { completeCheck } from "#app/supervision/agreement-check/complete-check.server.ts";
import { discardCheck } from "#app/supervision/agreement-check/discard-check.server.ts";
import { decideItem } from "#app/supervision/agreement-check/decide-item.server.ts";
import { loadCheck } from "#app/supervision/agreement-check/load-check.server.ts";
import { WORKERS } from "#app/supervision/may.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { translate } from "#app/text/translate.server.ts";
import { flash } from "#app/ui/flash.server.ts";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { lookAfterConflict } from "#app/ui/look-after-conflict.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Panel } from "#app/ui/panel.tsx";
import classes from "./check.module.css";
import { CheckEnd, CheckHead } from "./head.tsx";
import { CheckItem } from "./item.tsx";
import { useFocusOnNext } from "./use-item-keys.ts";

export const meta = pageTitle<typeof loader>("check:pageTitle", ({ check }) => ({ title: check.agreement.title }));

/** Whoever is refused because of what somebody else did sees that. */
export const shouldRevalidate = lookAfterConflict;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, language } = await requireController(request);
  const found = await withTenant(scope, (tx) => loadCheck(tx, scope, params.checkId ?? "", { language, today: copenhagenDate(now()) }), { readOnly: true });
  return found ?? notFound();
}

/** Decides on one item, completes the check, or gives it up. After an item comes the next that is not decided. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, language } = await requireController(request, ...WORKERS);
  const id = params.checkId ?? "";
  const form = await request.formData();
  const item = String(form.get("item") ?? "");
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value).slice(0, 4_000)]));
  const refuse = (reason: string, status = 422) => data({ item, reason, message: String(translate(language, "check")(`refused.${reason}`)), typed }, { status });
  if (form.get("intent") === "complete") {
    const done = await withTenant(scope, (tx) => completeCheck(tx, scope, id, now(), String(form.get("seen") ?? "")));
    if (done.ok) return redirect(paths.check(id), { headers: flash({ tone: "ok", text: "check:complete.doneFlash" }) });
    return done.reason === "role" ? forbidden() : done.reason === "not-found" ? notFound() : refuse(done.reason, 409);
  }
  if (form.get("intent") === "discard") {
    const done = await withTenant(scope, (tx) => discardCheck(tx, scope, id, now()));
    if (done.ok) return redirect(paths.agreementChecks(done.agreementId), { headers: flash({ tone: "ok", text: "check:discard.done" }) });
    return done.reason === "role" ? forbidden() : done.reason === "not-found" ? notFound() : refuse(done.reason, 409);
  }
  const read = decisionForm.safeParse(typed);
  if (!read.success) return refuse(read.error.issues.some(({ code }) => code === "too_big") ? "long" : "verdict");
  const done = await withTenant(scope, (tx) => decideItem(tx, scope, id, read.data, now()));
  if (done.ok) return redirect(paths.check(id, anchorOf({ id: idOf(done.next ?? item) })));
  if (done.reason === "role") return forbidden();
  if (done.reason === "not-found" || done.reason === "no-item") return notFound();
  return refuse(done.reason, done.reason === "needs-reason" ? 422 : 409);
}

/** The printed id in a ref: an own item's comes last. */
const idOf = (ref: string) => ref.replace(/^own:[^:]*:/, "");

export default function CheckPage() {
  const { t } = useTranslation("check");
  const loaded = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>() ?? null;
  useFocusOnNext();
  const { check, catalogue, groups, may } = loaded;
  return (
    <>
      <PageHeader
        title={t("title")} lead={<Link to={paths.catalogue(catalogue.id)}>{catalogue.title}</Link>}
        crumbs={[{ to: paths.agreements(), label: t("agreement:list.title") }, { to: paths.agreement(check.agreementId), label: check.agreement.title }, { to: paths.agreementChecks(check.agreementId), label: t("title") }]}
      />
      {refusal && refusal.item === "" ? <FormErrorSummary errors={{ "": refusal.message }} /> : null}
      <CheckHead loaded={loaded} />
      {!check.completed && check.agreement.version > check.agreementVersion ? <div className={classes.notice}><Notice tone="soon" title={t("changedSince")} /></div> : null}
      {may ? <p className={classes.keys}>{t("keys")}</p> : null}
      {groups.map((group) => (
        <Panel key={group.id} title={group.title}>
          <ul className={classes.items}>{group.items.map((item) => <CheckItem key={item.ref} item={item} may={may} refusal={refusal?.item === item.ref ? refusal : null} />)}</ul>
        </Panel>
      ))}
      {may ? <CheckEnd loaded={loaded} /> : null}
    </>
  );
}
