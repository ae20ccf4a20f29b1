import { Button } from "@mantine/core";
import { data } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { mayWrite } from "#app/agreement/may.ts";
import { requireController } from "#app/auth/guard.server.ts";
import { notFound } from "#app/auth/refusals.ts";
import { paths } from "#app/paths.ts";
import { fillSample } from "#app/questionnaire/builder/fill-sample.ts";
import { draftToFrozen } from "#app/questionnaire/builder/freeze-draft.ts";
import { inLanguage } from "#app/questionnaire/builder/in-language.ts";
import { ownQuestionnaires } from "#app/questionnaire/builder/own-questionnaires.server.ts";
import { findPublishedQuestionnaire } from "#app/questionnaire/builder/published-questionnaires.server.ts";
import { readForm } from "#app/questionnaire/read-form.ts";
import { SurveyForm } from "#app/questionnaire/survey-form.tsx";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { isLanguage } from "#app/text/language.ts";
import { Mark } from "#app/ui/mark.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { useLanguage } from "#app/ui/use-language.ts";
import classes from "./builder.module.css";
import { Problems } from "./problems.tsx";

export const meta = pageTitle<typeof loader>("builder:preview.title", ({ title }) => ({ title }));

/** The draft, or the version that is asked for, as it would be sent. */
async function findShown(scope: Scope, id: string, number: number) {
  return withTenant(scope, async (tx) => {
    const register = ownQuestionnaires(tx, scope);
    const found = (await register.find(id)) ?? notFound();
    const versionId = number > 0 ? ((await register.versionId(id, number)) ?? notFound()) : null;
    const published = versionId ? await findPublishedQuestionnaire(tx, versionId) : null;
    const frozen = published ? ({ ok: true, questionnaire: published.questionnaire } as const) : draftToFrozen(found.draft, 1);
    return { found, frozen: frozen.ok ? { ok: true as const, questionnaire: fillSample(frozen.questionnaire, scope.organisationName) } : frozen };
  }, { readOnly: true });
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, language } = await requireController(request);
  const id = params.questionnaireId ?? "";
  const number = Number(new URL(request.url).searchParams.get("version") ?? 0) || 0;
  const { found, frozen } = await findShown(scope, id, number);
  return { id, title: inLanguage({ da: found.titleDa, en: found.titleEn }, language), number, archived: found.archivedAt !== null, may: mayWrite(scope), draft: found.draft, frozen };
}

/** Nothing is stored: the plain form comes back with the questions its answers bring. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { scope } = await requireController(request);
  const number = Number(new URL(request.url).searchParams.get("version") ?? 0) || 0;
  const { frozen } = await findShown(scope, params.questionnaireId ?? "", number);
  return data(frozen.ok ? readForm(frozen.questionnaire, await request.formData()) : {});
}

export default function Preview() {
  const { t } = useTranslation("builder");
  const own = useLanguage();
  const [search] = useSearchParams();
  const asked = search.get("language");
  const language = isLanguage(asked) ? asked : own;
  const { id, title, number, archived, may, draft, frozen } = useLoaderData<typeof loader>();
  const typed = useActionData<typeof action>();
  const [finished, setFinished] = useState(false);
  const onComplete = useCallback(() => setFinished(true), []);
  const here = (changed: string) => `?${new URLSearchParams({ ...(number > 0 ? { version: String(number) } : {}), language: changed }).toString()}`;
  const url = `${paths.questionnairePreview(id)}${here(language)}`;
  return (
    <>
      <PageHeader
        title={t("preview.heading")} lead={title || t("untitled")} crumbs={[{ to: paths.questionnaires(), label: t("title") }, ...(may && !archived ? [{ to: paths.questionnaire(id), label: title || t("untitled") }] : [])]}
        facts={<Mark tone="rest" icon={null}>{t(number > 0 ? "preview.version" : "preview.draft", { number })}</Mark>}
        actions={<>
          <nav aria-label={t("preview.language")} className={classes.languages}>
            {(["da", "en"] as const).map((one) => <Link key={one} to={here(one)} reloadDocument aria-current={one === language || undefined} lang={one}>{t(`both.language.${one}`)}</Link>)}
          </nav>
          <Button component={Link} to={paths.questionnaireVersions(id)} variant="default">{t("versions.link")}</Button>
        </>}
      />
      {frozen.ok ? (
        <>
          <Notice title={t("preview.note")}>{t("preview.noteText")}</Notice>
          {finished ? <Notice tone="ok" role="status" title={t("preview.finished")} /> : null}
          <div className={classes.preview} lang={language}>
            <SurveyForm
              frozen={frozen.questionnaire} answers={typed && typeof typed === "object" ? typed : {}} evidence={{}} language={language} locked={[]} saveUrl={paths.questionnaireTrial(id)} uploadUrl={paths.questionnaireTrial(id)} removeUrl={paths.questionnaireTrial(id)} onComplete={onComplete} trial
              plainButtons={<Button type="submit" formAction={url}>{t("preview.again")}</Button>}
            />
          </div>
        </>
      ) : <><Notice tone="soon" title={t("preview.notYet")}>{t("preview.notYetText")}</Notice><Problems draft={draft} problems={frozen.problems} base={paths.questionnaire(id)} /></>}
    </>
  );
}
