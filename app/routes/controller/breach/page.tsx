import { Button, Stack } from "@mantine/core";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireController } from "#app/auth/guard.server.ts";
import { notFound } from "#app/auth/refusals.ts";
import { now } from "#app/config/clock.server.ts";
import { paths } from "#app/paths.ts";
import { loadBreach } from "#app/supervision/breach/load-breach.server.ts";
import { WORKERS } from "#app/supervision/may.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { lookAfterConflict } from "#app/ui/look-after-conflict.ts";
import { Mark } from "#app/ui/mark.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { useFormat } from "#app/ui/use-format.ts";
import { actOnRecord } from "./act.server.ts";
import { Additions, Assign } from "./additions.tsx";
import { Clocks } from "./clocks.tsx";
import { Decisions } from "./decisions.tsx";
import { Inquiries } from "./inquiries.tsx";
import { Told } from "./notices.tsx";
import { CountsElsewhere, SameBreach } from "./same-breach.tsx";

export const meta = pageTitle<typeof loader>("breach:own.pageTitle", ({ title }) => ({ title }));

/** Whoever is refused because of what somebody else did sees that. */
export const shouldRevalidate = lookAfterConflict;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireController(request);
  const found = await withTenant(scope, (tx) => loadBreach(tx, scope, params.recordId ?? "", now()), { readOnly: true });
  return found ?? notFound();
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, language, person } = await requireController(request, ...WORKERS);
  return actOnRecord({ scope, language, email: person.email }, params.recordId ?? "", await request.formData());
}

export default function Breach() {
  const { t } = useTranslation("breach");
  const format = useFormat();
  const breach = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const { title, content, agreements, closedAt, sameAs } = breach;
  const active = agreements.filter(({ ended }) => !ended);
  return (
    <>
      <PageHeader
        title={title} crumbs={[{ to: paths.breaches(), label: t("list.title") }]}
        lead={<><Link to={paths.processor(breach.processor.id)}>{breach.processor.name}</Link>{agreements.map(({ id, title }) => <span key={id}> · <Link to={paths.agreement(id)}>{title}</Link></span>)}</>}
        facts={
          <>
            {sameAs ? <Mark tone="rest">{t("same.mark")}</Mark> : closedAt ? <Mark tone="rest" icon="check">{t("page.closed", { date: format.date(closedAt) })}</Mark> : <Mark tone="wait">{t("list.open")}</Mark>}
            <Mark tone="rest" icon="info">{t(`source.${breach.source}`)}</Mark>
            {breach.renotifiedAt ? <Mark tone="soon">{t("told.anew")}</Mark> : null}
            {content.possibleOnly ? <Mark tone="wait">{t("possible")}</Mark> : null}
          </>
        }
        actions={breach.may && active.length === 1 && active[0] ? <Button component={Link} to={`${paths.agreementConcerns(active[0].id)}?source=breach`} variant="default">{t("page.concern")}</Button> : null}
      />
      <Stack gap="lg">
        <CountsElsewhere breach={breach} refused={refused} />
        {breach.renotifiedAt ? <Notice tone="soon" title={t("told.anewTitle", { at: format.dateTime(breach.renotifiedAt) })}><p>{t("told.anewText")}</p></Notice> : null}
        {sameAs ? null : <Clocks breach={breach} />}
        {breach.may ? <Decisions breach={breach} refused={refused} /> : null}
        {sameAs ? null : <Inquiries breach={breach} refused={refused} />}
        <SameBreach breach={breach} refused={refused} />
        <Told breach={breach} />
        <Assign breach={breach} refused={refused} />
        <Additions breach={breach} refused={refused} />
      </Stack>
    </>
  );
}
