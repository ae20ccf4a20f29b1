import { Button } from "@mantine/core";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { mayWrite, WRITERS } from "#app/agreement/may.ts";
import { requireController } from "#app/auth/guard.server.ts";
import { notFound } from "#app/auth/refusals.ts";
import { now } from "#app/config/clock.server.ts";
import { paths } from "#app/paths.ts";
import { checkDraft } from "#app/questionnaire/builder/check-draft.ts";
import { differencesOf } from "#app/questionnaire/builder/differences.ts";
import { placeOf } from "#app/questionnaire/builder/draft.ts";
import { inLanguage } from "#app/questionnaire/builder/in-language.ts";
import { markOfPage, markOfQuestion, markOfSettings } from "#app/questionnaire/builder/marks.server.ts";
import { ownQuestionnaires } from "#app/questionnaire/builder/own-questionnaires.server.ts";
import { findPublishedQuestionnaire } from "#app/questionnaire/builder/published-questionnaires.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { Mark } from "#app/ui/mark.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { useLanguage } from "#app/ui/use-language.ts";
import { takeSteps } from "./builder-action.server.ts";
import classes from "./builder.module.css";
import { BuilderNotices } from "./builder-notices.tsx";
import { Outline } from "./outline.tsx";
import { PageEditor } from "./page-editor.tsx";
import { Problems } from "./problems.tsx";
import { QuestionEditor } from "./question-editor.tsx";
import { requirementChoices } from "./requirement-choices.server.ts";
import { SettingsEditor } from "./settings-editor.tsx";
import { WeightsPanel } from "./weights-panel.tsx";

export const meta = pageTitle<typeof loader>("builder:one.title", ({ draft }) => ({ title: draft.title.da }));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, language } = await requireController(request);
  const id = params.questionnaireId ?? "";
  const { found, newest, number } = await withTenant(scope, async (tx) => {
    const register = ownQuestionnaires(tx, scope);
    const row = (await register.find(id)) ?? notFound();
    const [last] = await register.versions(id);
    return { found: row, number: last?.number ?? 0, newest: last ? await findPublishedQuestionnaire(tx, last.id) : null };
  }, { readOnly: true });
  if (!mayWrite(scope) || found.archivedAt) throw redirect(paths.questionnairePreview(id));
  const { draft, updatedByName, updatedAt } = found;
  const wanted = new URL(request.url).searchParams;
  const page = draft.pages.find(({ name }) => name === wanted.get("page"));
  const settings = wanted.get("part") === "settings";
  const place = placeOf(draft, wanted.get("question") ?? draft.pages.flatMap(({ questions }) => questions)[0]?.name ?? "");
  const selected = settings
    ? { part: "settings" as const, base: markOfSettings(draft) }
    : page ? { part: "page" as const, page, base: markOfPage(page) }
    : place ? { part: "question" as const, question: place.question, page: place.page.name, at: place.at, base: markOfQuestion(place.question) }
    : { part: "page" as const, page: draft.pages[0]!, base: markOfPage(draft.pages[0]!) };
  return {
    id, draft, updatedByName, updatedAt: updatedAt.toISOString(), number, unpublished: newest === null || differencesOf(newest.draft, draft).length > 0, problems: checkDraft(draft), selected,
    requirements: selected.part === "question" ? requirementChoices(language) : [],
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope } = await requireController(request, ...WRITERS);
  return takeSteps(scope, params.questionnaireId ?? "", await request.formData(), now());
}

export default function Builder() {
  const { t } = useTranslation("builder");
  const language = useLanguage();
  const loaded = useLoaderData<typeof loader>();
  const { id, draft, number, unpublished, problems, selected, requirements } = loaded;
  const answer = useActionData<typeof action>();
  const { key } = useLocation(); // saving by itself is no navigation: what is being typed is not drawn anew
  const typed = answer?.kind === "conflict" ? answer.typed : null;
  const base = answer?.kind === "conflict" ? answer.base : selected.base;
  const errors = problems.filter(({ severity }) => severity === "error").length;
  return (
    <>
      <PageHeader
        title={inLanguage(draft.title, language) || t("untitled")} crumbs={[{ to: paths.questionnaires(), label: t("title") }]}
        facts={<><Mark tone={number === 0 ? "rest" : unpublished ? "soon" : "ok"}>{t(number === 0 ? "state.draft" : unpublished ? "state.changed" : "state.published", { number })}</Mark><a href="#problems"><Mark tone={errors > 0 ? "late" : "ok"}>{errors > 0 ? t("problems.count", { count: errors }) : t("problems.ready")}</Mark></a></>}
        actions={<>
          <Button component={Link} to={paths.questionnairePreview(id)} variant="default">{t("preview.link")}</Button>
          <Button component={Link} to={paths.questionnaireVersions(id)}>{t("versions.link")}</Button>
        </>}
      />
      <BuilderNotices answer={answer} draft={draft} />
      <div className={classes.layout}>
        <div className={classes.side}>
          <Outline draft={draft} problems={problems} selected={selected} />
          <WeightsPanel draft={draft} />
          <Problems draft={draft} problems={problems} />
        </div>
        <div className={classes.main} id="editor">
          {selected.part === "question" ? (
            <QuestionEditor
              key={`${key} ${selected.question.name}`} question={typed && "question" in typed ? typed.question : selected.question} draft={draft} page={selected.page} at={selected.at} base={base}
              problems={problems.filter((one) => one.question === selected.question.name)} requirements={requirements}
            />
          ) : null}
          {selected.part === "page" ? (
            <PageEditor key={`${key} ${selected.page.name}`} page={{ ...selected.page, ...(typed && "page" in typed ? typed.page : {}) }} draft={draft} base={base} problems={problems.filter((one) => one.question === null && one.page === selected.page.name)} />
          ) : null}
          {selected.part === "settings" ? <SettingsEditor key={key} draft={typed && "settings" in typed ? { ...draft, ...typed.settings } : draft} base={base} /> : null}
        </div>
      </div>
    </>
  );
}
