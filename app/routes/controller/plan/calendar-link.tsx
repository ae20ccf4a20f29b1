import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireController } from "#app/auth/guard.server.ts";
import { now } from "#app/config/clock.server.ts";
import { settings } from "#app/config/settings.server.ts";
import { paths } from "#app/paths.ts";
import { feeds } from "#app/supervision/calendar/feeds.server.ts";
import { makeLink } from "#app/supervision/calendar/make-link.server.ts";
import { revokeLink } from "#app/supervision/calendar/revoke-link.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { ConfirmButton } from "#app/ui/confirm-button.tsx";
import { CopyButton } from "#app/ui/copy-button.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { flash } from "#app/ui/flash.server.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./calendar-link.module.css";

export const meta = pageTitle("plan:calendar.title");

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope } = await requireController(request);
  return withTenant(scope, async (tx) => ({ feed: await feeds(tx, scope).find() }), { readOnly: true });
}

/** Makes, renews or revokes one's own link. The link is in this one answer and nowhere else. */
export async function action({ request }: ActionFunctionArgs) {
  const { scope, language } = await requireController(request);
  const form = await request.formData();
  if (form.get("intent") === "revoke") {
    await withTenant(scope, (tx) => revokeLink(tx, scope, now()));
    return redirect(paths.calendarLink(), { headers: flash({ tone: "ok", text: "plan:calendar.revoked" }) });
  }
  const token = await withTenant(scope, (tx) => makeLink(tx, scope, language, now()));
  return data({ link: settings().publicUrl.replace(/\/$/, "") + paths.calendar(token) }, { headers: { "Cache-Control": "no-store" } });
}

export default function CalendarLinkPage() {
  const { t } = useTranslation("plan");
  const format = useFormat();
  const { feed } = useLoaderData<typeof loader>();
  const made = useActionData<typeof action>();
  return (
    <>
      <PageHeader title={t("calendar.title")} lead={t("calendar.lead")} crumbs={[{ to: paths.plan(), label: t("wheel.title") }]} />
      {made ? (
        <div className={classes.made}>
          <Notice tone="ok" role="status" title={t("calendar.once")}>
            <p className={classes.link}><code>{made.link}</code> <CopyButton text={made.link} what={t("calendar.url")} /></p>
            <p>{t("calendar.how")}</p>
          </Notice>
        </div>
      ) : null}
      <Panel title={t(feed ? "calendar.active" : "calendar.none")}>
        {feed ? (
          <>
            <Facts facts={[{ term: t("calendar.made"), value: format.dateTime(feed.createdAt) }, { term: t("calendar.read"), value: feed.lastReadAt ? format.dateTime(feed.lastReadAt) : t("calendar.never") }]} />
            <div className={classes.actions}>
              <ConfirmButton label={t("calendar.renew")} question={t("calendar.renewQuestion")} confirm={t("calendar.renew")} intent="make" />
              <ConfirmButton label={t("calendar.revoke")} question={t("calendar.revokeQuestion")} confirm={t("calendar.revoke")} intent="revoke" danger />
            </div>
          </>
        ) : <Form method="post"><SubmitButton intent="make">{t("calendar.make")}</SubmitButton></Form>}
      </Panel>
    </>
  );
}
