import { Stack } from "@mantine/core";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireProcessor } from "#app/auth/guard.server.ts";
import { notFound } from "#app/auth/refusals.ts";
import { now } from "#app/config/clock.server.ts";
import { paths } from "#app/paths.ts";
import { ContentFacts } from "#app/routes/shared/breach-facts.tsx";
import { loadOwnBreach } from "#app/supervision/breach/load-own-breach.server.ts";
import { ANSWERERS } from "#app/supervision/may.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { Mark } from "#app/ui/mark.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Panel } from "#app/ui/panel.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import { actOnBreach } from "./act.server.ts";
import classes from "./breach.module.css";
import { ChangeBreach } from "./change.tsx";
import { NotifyPanel } from "./notify.tsx";
import { Tellings } from "./tellings.tsx";

export const meta = pageTitle<typeof loader>("breach:own.pageTitle", ({ breach }) => ({ title: breach.content.title }));

/** From so many hours on, it is said in days. */
const IN_DAYS = 100;

/** Whole hours from awareness until now. */
const hoursSince = (awareAt: string | null, at: Date) => (awareAt === null ? 0 : Math.floor((at.getTime() - Date.parse(awareAt)) / 3_600_000));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireProcessor(request);
  const breach = await withTenant(scope, (tx) => loadOwnBreach(tx, scope, params.breachId ?? ""), { readOnly: true });
  if (!breach) return notFound();
  const query = (new URL(request.url).searchParams.get("q") ?? "").trim().slice(0, 100);
  return { breach, query, hours: hoursSince(breach.content.awareAt, now()) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, language } = await requireProcessor(request, ...ANSWERERS);
  return actOnBreach(scope, language, params.breachId ?? "", await request.formData());
}

export default function OwnBreach() {
  const { t } = useTranslation("breach");
  const format = useFormat();
  const { breach, query, hours } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { content, missing, controllers } = breach;
  const told = controllers.filter(({ number }) => number > 0).length;
  return (
    <>
      <PageHeader
        title={content.title} crumbs={[{ to: paths.ownBreaches(), label: t("own.title") }]}
        lead={<>{t("own.aware", { at: format.dateTime(content.awareAt ?? "") })}, {hours < 1 ? t("own.elapsedLess") : hours < IN_DAYS ? t("own.elapsed", { count: hours }) : t("own.elapsedDays", { count: Math.floor(hours / 24) })}</>}
        facts={<>{told === 0 ? <Mark tone="soon" icon="pencil">{t("own.draft")}</Mark> : <Mark tone="ok">{t("own.told", { count: told })}</Mark>}{content.possibleOnly ? <Mark tone="wait">{t("possible")}</Mark> : null}</>}
      />
      <Stack gap="lg">
        {missing.length > 0 ? (
          <Notice tone="soon" title={t("own.missing")}>
            <p>{t("own.missingText")}</p>
            <ul className={classes.missing}>{missing.map((part) => <li key={part}>{t(`field.${part}`)}</li>)}</ul>
          </Notice>
        ) : null}
        <Panel title={t("own.facts")}>
          <ContentFacts content={content} />
          {breach.may ? <ChangeBreach breach={breach} refused={refused?.intent === "save" ? refused : null} /> : null}
        </Panel>
        {breach.may ? <NotifyPanel breach={breach} query={query} refused={refused?.intent === "notify" ? refused : null} /> : <p className={classes.quiet}>{t("own.readOnly")}</p>}
        <Tellings tellings={breach.tellings} />
      </Stack>
    </>
  );
}
