import { Button, Stack } from "@mantine/core";
import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { mayWrite, WRITERS } from "#app/agreement/may.ts";
import { requireController } from "#app/auth/guard.server.ts";
import { notFound } from "#app/auth/refusals.ts";
import { now } from "#app/config/clock.server.ts";
import { paths } from "#app/paths.ts";
import { checkDraft } from "#app/questionnaire/builder/check-draft.ts";
import { differencesOf } from "#app/questionnaire/builder/differences.ts";
import { inLanguage } from "#app/questionnaire/builder/in-language.ts";
import { ownQuestionnaires } from "#app/questionnaire/builder/own-questionnaires.server.ts";
import { findPublishedQuestionnaire } from "#app/questionnaire/builder/published-questionnaires.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { flash } from "#app/ui/flash.server.ts";
import { Mark } from "#app/ui/mark.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Panel } from "#app/ui/panel.tsx";
import { Comparison } from "./comparison.tsx";
import { HousekeepingPanel } from "./housekeeping-panel.tsx";
import { Problems } from "./problems.tsx";
import { PublishPanel } from "./publish-panel.tsx";
import { VersionTable } from "./version-table.tsx";
import { versionStep } from "./version-step.server.ts";

export const meta = pageTitle<typeof loader>("builder:versions.title", ({ title }) => ({ title }));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, language } = await requireController(request);
  const id = params.questionnaireId ?? "";
  const wanted = new URL(request.url).searchParams;
  return withTenant(scope, async (tx) => {
    const register = ownQuestionnaires(tx, scope);
    const found = (await register.find(id)) ?? notFound();
    const versions = await register.versions(id);
    const draftOf = async (number: number) => {
      const row = versions.find((one) => one.number === number);
      return row ? ((await findPublishedQuestionnaire(tx, row.id))?.draft ?? null) : number === 0 ? found.draft : null;
    };
    const newest = versions[0]?.number ?? null;
    const [from, to] = [Number(wanted.get("from") ?? Math.max(0, newest ?? 0)), Number(wanted.get("to") ?? 0)];
    const [before, after] = from === to ? [null, null] : [await draftOf(from), await draftOf(to)];
    const last = newest === null ? null : await draftOf(newest);
    return {
      id, title: inLanguage({ da: found.titleDa, en: found.titleEn }, language), version: found.version, archived: found.archivedAt !== null, may: mayWrite(scope), draft: found.draft, problems: checkDraft(found.draft),
      versions: versions.map(({ publishedAt, ...row }) => ({ ...row, publishedAt: publishedAt.toISOString() })),
      changes: last ? differencesOf(last, found.draft) : null, from, to, compared: before && after ? differencesOf(before, after) : null, copied: wanted.has("from"),
    };
  }, { readOnly: true });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope } = await requireController(request, ...WRITERS);
  const id = params.questionnaireId ?? "";
  const done = await versionStep(scope, id, await request.formData(), now());
  if (!done.ok) return data({ reason: done.reason }, { status: done.reason === "unknown" ? 422 : 409 });
  return redirect(done.to, { headers: flash(done.message) });
}

export default function Versions() {
  const { t } = useTranslation("builder");
  const { id, title, version, archived, may, draft, problems, versions, changes, from, to, compared, copied } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errors = problems.filter(({ severity }) => severity === "error");
  return (
    <>
      <PageHeader
        title={t("versions.heading")} lead={title || t("untitled")} crumbs={[{ to: paths.questionnaires(), label: t("title") }, ...(may && !archived ? [{ to: paths.questionnaire(id), label: title || t("untitled") }] : [])]}
        facts={archived ? <Mark tone="rest">{t("state.archived")}</Mark> : undefined}
        actions={<><Button component={Link} to={paths.questionnairePreview(id)} variant="default">{t("preview.link")}</Button>{may && !archived ? <Button component={Link} to={paths.questionnaire(id)} variant="default">{t("versions.toDraft")}</Button> : null}</>}
      />
      {answer ? <Notice tone="late" role="alert" title={t(`versions.refused.${answer.reason}`)} /> : null}
      <Stack gap="lg">
        {may && !archived ? (
          errors.length > 0
            ? <Panel title={t("versions.notYet")} lead={t("versions.notYetText")}><Problems draft={draft} problems={errors} base={paths.questionnaire(id)} /></Panel>
            : <PublishPanel id={id} version={version} next={(versions[0]?.number ?? 0) + 1} changes={changes} warnings={problems.length} />
        ) : null}
        <VersionTable id={id} versions={versions} />
        {versions.length > 0 ? <Comparison versions={versions.map(({ number }) => number)} from={from} to={to} differences={compared} open={copied} /> : null}
        <HousekeepingPanel id={id} version={version} versions={versions.map(({ number }) => number)} may={may} archived={archived} ready={errors.length === 0} />
      </Stack>
    </>
  );
}
