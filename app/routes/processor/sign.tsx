import { Button, Stack } from "@mantine/core";
import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { isRowId } from "#app/domain/identity/row-id.ts";
import { requireProcessor } from "#app/auth/guard.server.ts";
import { notFound } from "#app/auth/refusals.ts";
import { now } from "#app/config/clock.server.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import { paths } from "#app/paths.ts";
import { AnswerView } from "#app/questionnaire/answer-view.tsx";
import { listElements } from "#app/questionnaire/schema.ts";
import { findHandingIn } from "#app/supervision/find-handing-in.server.ts";
import { maySign, SIGNERS } from "#app/supervision/may.ts";
import { submitAnswers } from "#app/supervision/submit-answers.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { translate } from "#app/text/translate.server.ts";
import { DueDate } from "#app/ui/due-date.tsx";
import { flash } from "#app/ui/flash.server.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Panel } from "#app/ui/panel.tsx";
import { useLanguage } from "#app/ui/use-language.ts";
import { filesByPlace } from "./form-props.ts";
import { HandedInFiles } from "./handed-in-files.tsx";
import { MissingAnswers } from "./missing-answers.tsx";
import { ReturnedReasons } from "./returned-reasons.tsx";
import { SignForm } from "./sign-form.tsx";

export const meta = pageTitle<typeof loader>("supervision:sign.title", ({ controllerName }) => ({ controller: controllerName }));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, person, language } = await requireProcessor(request);
  const { supervisionId } = params;
  if (!isRowId(supervisionId)) return notFound();
  const found = await withTenant(scope, (tx) => findHandingIn(tx, scope, supervisionId, language), { readOnly: true });
  if (!found) return notFound();
  if (!found.open) throw redirect(paths.receipt(supervisionId));
  const { received, handing, problems, signatories } = found;
  const { id, title, controllerName, processorName, dueOn, frozen, returned } = received;
  const titles = new Map(listElements(frozen.survey).map((element) => [element.name, element.title?.[language] ?? element.name]));
  const declaration = String(translate(language, "supervision")("sign.declaration", { processor: scope.organisationName, controller: controllerName }));
  return {
    id, title, controllerName, processorName, dueOn, frozen, returned, today: copenhagenDate(now()), declaration, signatories, maySign: maySign(scope), person: { name: person.name, title: person.title },
    answers: handing.answers, counts: handing.counts, files: filesByPlace(handing.evidence), shown: handing.hash, revision: handing.revision,
    missing: problems.map(({ question, message }) => ({ question, title: titles.get(question) ?? question, message })),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, language } = await requireProcessor(request, ...SIGNERS);
  const { supervisionId } = params;
  if (!isRowId(supervisionId)) return notFound();
  const form = await request.formData();
  const text = (name: string, most: number) => String(form.get(name) ?? "").trim().slice(0, most);
  const t = translate(language, "supervision");
  const refuse = (field: string, key: string, status = 422) => data({ errors: { [field]: String(t(`errors.${key}`)) } }, { status });
  if (form.get("declared") !== "yes") return refuse("declared", "not-declared");
  const found = await withTenant(scope, (tx) => findHandingIn(tx, scope, supervisionId, language), { readOnly: true });
  if (!found) return notFound();
  // The words signed under are ours, not the form's.
  const declaration = found.open ? String(t("sign.declaration", { processor: scope.organisationName, controller: found.received.controllerName })) : "";
  const input = { supervisionId, declaration, shown: text("shown", 64), name: text("name", 100), title: text("title", 100), language, at: now() };
  const done = await withTenant(scope, (tx) => submitAnswers(tx, scope, input));
  if (done.ok) return redirect(paths.receipt(supervisionId), done.already ? undefined : { headers: flash({ tone: "ok", text: "supervision:done.submitted" }) });
  if (done.reason === "not-found") return notFound();
  return done.reason === "no-name" ? refuse("name", "no-name") : refuse("", done.reason, 409);
}

export default function Sign() {
  const { t } = useTranslation("supervision");
  const language = useLanguage();
  const page = useLoaderData<typeof loader>();
  const { id, controllerName, title, missing, frozen, answers, counts, files } = page;
  const errors = useActionData<typeof action>()?.errors ?? null;
  return (
    <>
      <PageHeader
        title={t(page.maySign ? "sign.heading" : "sign.headingReview")}
        lead={`${controllerName} · ${title}`}
        crumbs={[{ to: paths.inbox(), label: t("inbox.title") }, { to: paths.inboxRequest(id), label: t("received.heading", { controller: controllerName }) }]}
        facts={<DueDate on={page.dueOn} today={page.today} />}
        actions={<Button component={Link} to={paths.answer(id)} variant="default">{t("sign.back")}</Button>}
      />
      <Stack gap="lg">
        <ReturnedReasons returned={page.returned} controllerName={controllerName} answerPage={id} />
        <MissingAnswers missing={missing} supervisionId={id} maySign={page.maySign} />
        <section aria-label={t("sign.review")}>
          <AnswerView frozen={frozen} answers={answers} evidence={counts} language={language} renderEvidence={({ name }) => <HandedInFiles files={files[name] ?? []} />} />
        </section>
        {missing.length > 0 ? null : page.maySign ? (
          <SignForm declaration={page.declaration} person={page.person} shown={page.shown} errors={errors} controllerName={controllerName} revision={page.revision} />
        ) : (
          <Panel title={t("sign.bySignatory")} lead={t("sign.bySignatoryText", { count: page.signatories.length })}>
            <ul>{page.signatories.map(({ name, email }) => <li key={email}>{name}, <a href={`mailto:${email}`}>{email}</a></li>)}</ul>
          </Panel>
        )}
      </Stack>
    </>
  );
}
