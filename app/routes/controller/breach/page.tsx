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
import { Mark } from "#app/ui/mark.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { useFormat } from "#app/ui/use-format.ts";
import { actOnRecord } from "./act.server.ts";
import { Additions, Assign } from "./additions.tsx";
import { AskQuestions } from "./ask-questions.tsx";
import { Clocks } from "./clocks.tsx";
import { Decisions } from "./decisions.tsx";
import { Told } from "./notices.tsx";

export const meta = pageTitle<typeof loader>("breach:own.pageTitle", ({ content }) => ({ title: content.title }));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireController(request);
  const found = await withTenant(scope, (tx) => loadBreach(tx, scope, params.recordId ?? "", now()), { readOnly: true });
  return found ?? notFound();
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, language } = await requireController(request, ...WORKERS);
  return actOnRecord(scope, language, params.recordId ?? "", await request.formData());
}

export default function Breach() {
  const { t } = useTranslation("breach");
  const format = useFormat();
  const breach = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const { content, agreement, closedAt } = breach;
  return (
    <>
      <PageHeader
        title={content.title} crumbs={[{ to: paths.breaches(), label: t("list.title") }]}
        lead={<><Link to={paths.processor(breach.processor.id)}>{breach.processor.name}</Link>{agreement ? <> · <Link to={paths.agreement(agreement.id)}>{agreement.title}</Link></> : null}</>}
        facts={
          <>
            {closedAt ? <Mark tone="rest" icon="check">{t("page.closed", { date: format.date(closedAt) })}</Mark> : <Mark tone="wait">{t("list.open")}</Mark>}
            <Mark tone="rest" icon="info">{t(`source.${breach.source}`)}</Mark>
            {content.possibleOnly ? <Mark tone="wait">{t("possible")}</Mark> : null}
          </>
        }
        actions={breach.may && agreement && !agreement.ended ? <Button component={Link} to={`${paths.agreementConcerns(agreement.id)}?source=breach`} variant="default">{t("page.concern")}</Button> : null}
      />
      <Stack gap="lg">
        <Clocks breach={breach} />
        {agreement?.concept === 1 && !closedAt ? <AskQuestions breach={breach} /> : null}
        {breach.may ? <Decisions breach={breach} refused={refused} /> : null}
        <Told breach={breach} />
        <Assign breach={breach} refused={refused} />
        <Additions breach={breach} refused={refused} />
      </Stack>
    </>
  );
}
