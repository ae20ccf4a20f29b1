import { Button, Stack } from "@mantine/core";
import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { isRowId } from "#app/domain/identity/row-id.ts";
import { requireController } from "#app/auth/guard.server.ts";
import { notFound } from "#app/auth/refusals.ts";
import { now } from "#app/config/clock.server.ts";
import type { Outcome } from "#app/domain/scoring/propose-conclusion.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import { paths } from "#app/paths.ts";
import { concludeSupervision } from "#app/supervision/conclusion/conclude-supervision.server.ts";
import { findConclusion } from "#app/supervision/conclusion/find-conclusion.server.ts";
import { findSupervision } from "#app/supervision/find-supervision.server.ts";
import { CONCLUDERS, mayConclude } from "#app/supervision/may.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { translate } from "#app/text/translate.server.ts";
import { flash } from "#app/ui/flash.server.ts";
import { lookAfterConflict } from "#app/ui/look-after-conflict.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { StateBadge } from "#app/ui/state-badge.tsx";
import { ConclusionForm } from "./conclusion-form.tsx";
import { DrawnConclusion } from "./drawn-conclusion.tsx";
import { Grounds } from "./grounds.tsx";

export const meta = pageTitle<typeof loader>("assessment:conclude.page", ({ view }) => ({ title: view.title }));

/** Whoever is refused because of what somebody else did sees that. */
export const shouldRevalidate = lookAfterConflict;

const OUTCOMES: readonly Outcome[] = ["in-order", "in-order-with-remarks", "not-in-order"];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, language } = await requireController(request);
  const { supervisionId } = params;
  if (!isRowId(supervisionId)) return notFound();
  const view = await withTenant(scope, async (tx) => {
    const found = await findConclusion(tx, scope, supervisionId, language);
    if (!found && (await findSupervision(tx, scope, supervisionId, copenhagenDate(now())))) throw redirect(paths.supervision(supervisionId));
    return found ?? notFound();
  }, { readOnly: true });
  return { view, mayConclude: mayConclude(scope) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, language } = await requireController(request, ...CONCLUDERS);
  const { supervisionId } = params;
  if (!isRowId(supervisionId)) return notFound();
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "").replaceAll("\r\n", "\n").slice(0, 10_000);
  const typed = { outcome: text("outcome"), reason: text("reason"), message: text("message") };
  const t = translate(language, "assessment");
  const refuse = (field: string, reason: string, status = 422) => data({ typed, errors: { [field]: String(t(`conclude.refused.${reason}`)) } }, { status });
  const outcome = OUTCOMES.find((one) => one === typed.outcome);
  if (!outcome) return refuse("outcome", "outcome");
  if (form.get("sure") !== "yes") return refuse("sure", "sure");
  const done = await withTenant(scope, (tx) => concludeSupervision(tx, scope, { supervisionId, outcome, reason: typed.reason, message: typed.message, today: copenhagenDate(now()), seen: text("seen") }));
  if (done.ok) return redirect(paths.conclude(supervisionId), { headers: flash({ tone: "ok", text: "assessment:conclude.done" }) });
  if (done.reason === "not-found") return notFound();
  if (done.reason === "deviation-needs-reason") return refuse("reason", done.reason);
  return done.reason === "same-person" || done.reason === "not-assessing" || done.reason === "other-grounds" ? refuse("", done.reason, 409) : refuse("outcome", done.reason);
}

export default function Conclude() {
  const { t } = useTranslation("assessment");
  const { view, mayConclude } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const { id, title, state, concluded, samePerson } = view;
  const assessing = state === "assessing";
  return (
    <>
      <PageHeader
        title={t("conclude.title")} lead={`${title} · ${view.processorName}`}
        crumbs={[{ to: paths.supervisions(), label: t("frame:nav.supervisions") }, { to: paths.supervision(id), label: title }, { to: paths.assessment(id), label: t("title") }]}
        facts={<StateBadge kind="supervision" value={state} />}
        actions={concluded ? <Button component={Link} to={paths.package(id)}>{t("package.title")}</Button> : null}
      />
      <Stack gap="lg">
        {concluded ? <DrawnConclusion concluded={concluded} /> : null}
        {concluded ? null : <Grounds view={view} />}
        {concluded || assessing ? null : <Notice tone="wait" title={t("conclude.refused.not-assessing")}>
            <p>{t(state === "submitted" ? "conclude.toBegin" : "conclude.toWait")} <Link to={paths.assessment(id)}>{t(state === "submitted" ? "conclude.begin" : "conclude.seeAssessment")}</Link></p>
          </Notice>}
        {!concluded && assessing && !mayConclude ? <Notice tone="wait" title={t("conclude.dpoOnly")} /> : null}
        {!concluded && assessing && mayConclude && samePerson ? <Notice tone="soon" title={t("conclude.refused.same-person")} /> : null}
        {!concluded && assessing && mayConclude && !samePerson ? <ConclusionForm view={view} refused={refused} /> : null}
      </Stack>
    </>
  );
}
