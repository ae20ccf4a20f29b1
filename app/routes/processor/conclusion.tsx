import { Stack } from "@mantine/core";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { isRowId } from "#app/domain/identity/row-id.ts";
import { requireProcessor } from "#app/auth/guard.server.ts";
import { notFound } from "#app/auth/refusals.ts";
import { now } from "#app/config/clock.server.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import { paths } from "#app/paths.ts";
import { listThreads } from "#app/supervision/clarification/list-threads.server.ts";
import { findReleased } from "#app/supervision/conclusion/find-released.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Panel } from "#app/ui/panel.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./conclusion.module.css";
import { ReleasedFindings } from "./released-findings.tsx";
import { Threads } from "./threads.tsx";

export const meta = pageTitle<typeof loader>("assessment:outcome.page", ({ released }) => ({ title: released.title }));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, language } = await requireProcessor(request);
  const { supervisionId } = params;
  if (!isRowId(supervisionId)) return notFound();
  const found = await withTenant(scope, async (tx) => ({
    released: await findReleased(tx, scope, supervisionId, language), threads: await listThreads(tx, scope, supervisionId, language),
  }), { readOnly: true });
  return found.released ? { released: found.released, threads: found.threads, today: copenhagenDate(now()) } : notFound();
}

export default function Conclusion() {
  const { t } = useTranslation("assessment");
  const format = useFormat();
  const { released, threads, today } = useLoaderData<typeof loader>();
  const { id, title, controllerName, conclusion, findings, contact } = released;
  return (
    <>
      <PageHeader
        title={t("outcome.title")} lead={`${title} · ${controllerName}`}
        crumbs={[{ to: paths.inbox(), label: t("frame:nav.inbox") }, { to: paths.inboxRequest(id), label: title }]}
      />
      {conclusion === null ? <EmptyState icon="clock" title={t("outcome.none")}>{t("outcome.noneText", { controller: controllerName })}</EmptyState> : (
        <Stack gap="lg">
          <Panel>
            <p className={classes.outcome} data-outcome={conclusion.outcome}>{t(`words:outcome.${conclusion.outcome}`)}</p>
            <p className="quiet">{t("outcome.by", { name: conclusion.byName, controller: controllerName })} · <time dateTime={conclusion.at}>{format.dateTime(conclusion.at)}</time></p>
            {conclusion.message ? <><h2 className={classes.heading}>{t("outcome.message")}</h2><p className={classes.message}>{conclusion.message}</p></> : null}
          </Panel>
          <Panel title={t("outcome.findings")} lead={findings.length > 0 ? t("outcome.findingsLead") : undefined}>
            {findings.length === 0 ? <p className="quiet">{t("outcome.noFindings")}</p> : <ReleasedFindings supervisionId={id} findings={findings} today={today} />}
            <p className={classes.contact}>{t("outcome.contact", { controller: controllerName, name: contact.name })} <a href={`mailto:${contact.email}`}>{contact.email}</a></p>
          </Panel>
          {threads.length > 0 ? <Threads threads={threads} supervisionId={id} mayWrite={false} /> : null}
        </Stack>
      )}
    </>
  );
}
