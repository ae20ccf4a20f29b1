import { Button, Stack } from "@mantine/core";
import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useNavigate } from "@remix-run/react";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { isRowId } from "#app/domain/identity/row-id.ts";
import { requireProcessor } from "#app/auth/guard.server.ts";
import { notFound } from "#app/auth/refusals.ts";
import { now } from "#app/config/clock.server.ts";
import { awaits } from "#app/domain/lifecycle/supervision-state.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import { listEvidence } from "#app/evidence/list-evidence.server.ts";
import { paths, streamedPaths } from "#app/paths.ts";
import { SurveyForm } from "#app/questionnaire/survey-form.tsx";
import { asksBreaches } from "#app/questionnaire/parts.ts";
import { remindOfNotified } from "#app/supervision/breach/remind-of-notified.server.ts";
import { findReceived } from "#app/supervision/find-received.server.ts";
import { ANSWERERS } from "#app/supervision/may.ts";
import { savePage } from "#app/supervision/save-page.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { DueDate } from "#app/ui/due-date.tsx";
import { flash } from "#app/ui/flash.server.ts";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { useLanguage } from "#app/ui/use-language.ts";
import { NotifiedBreaches } from "./breach/reminder.tsx";
import { formProps } from "./form-props.ts";
import { pageErrors } from "./page-errors.server.ts";
import { ReturnedReasons } from "./returned-reasons.tsx";

export const meta = pageTitle<typeof loader>("supervision:answer.title", ({ controllerName }) => ({ controller: controllerName }));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, language } = await requireProcessor(request, ...ANSWERERS);
  const { supervisionId } = params;
  if (!isRowId(supervisionId)) return notFound();
  const [received, files, notified] = await withTenant(scope, async (tx) => [await findReceived(tx, scope, supervisionId, language), await listEvidence(tx, supervisionId), await remindOfNotified(tx, scope, supervisionId)] as const, { readOnly: true });
  if (!received) return notFound();
  if (awaits(received.state) !== "processor") throw redirect(paths.inboxRequest(supervisionId));
  const { id, title, controllerName, dueOn, returned, frozen, locked, answering } = received;
  return { id, title, controllerName, dueOn, returned, notified: asksBreaches(frozen) ? notified : [], today: copenhagenDate(now()), ...formProps(frozen, locked, answering, files) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, language } = await requireProcessor(request, ...ANSWERERS);
  const { supervisionId } = params;
  if (!isRowId(supervisionId)) return notFound();
  const form = await request.formData();
  const saved = await withTenant(scope, (tx) => savePage(tx, scope, supervisionId, form, language));
  if (!saved) return notFound();
  const { problems, conflicts, locked } = saved;
  if (problems.length + conflicts.length + locked.length > 0) return data(pageErrors(saved, language), { status: conflicts.length > 0 ? 409 : 422 });
  if (form.get("intent") === "complete") return redirect(paths.sign(supervisionId));
  return redirect(paths.answer(supervisionId), { headers: flash({ tone: "ok", text: "supervision:answer.saved" }) });
}

export default function AnswerPage() {
  const { t } = useTranslation("supervision");
  const language = useLanguage();
  const navigate = useNavigate();
  const { id, title, controllerName, dueOn, returned, notified, today, frozen, answers, evidence, locked } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const onComplete = useCallback(() => navigate(paths.sign(id)), [navigate, id]);
  return (
    <>
      <PageHeader
        title={t("answer.heading", { controller: controllerName })}
        lead={title}
        crumbs={[{ to: paths.inbox(), label: t("inbox.title") }, { to: paths.inboxRequest(id), label: t("received.heading", { controller: controllerName }) }]}
        facts={<DueDate on={dueOn} today={today} />}
        actions={<Button component={Link} to={paths.inboxRequest(id)} variant="default">{t("answer.later")}</Button>}
      />
      {failed ? <FormErrorSummary errors={failed.summary} /> : null}
      <Stack gap="lg">
        <ReturnedReasons returned={returned} controllerName={controllerName} answerPage={id} />
        <NotifiedBreaches notified={notified} controllerName={controllerName} />
        <SurveyForm
          frozen={frozen} answers={{ ...answers, ...failed?.typed }} evidence={evidence} language={language} locked={locked} errors={failed?.errors} startAt={returned[0]?.question}
          saveUrl={paths.answers(id)} uploadUrl={streamedPaths.upload(id)} removeUrl={paths.answers(id)} onComplete={onComplete}
          plainButtons={
            <>
              <Button type="submit" name="intent" value="save" formAction={paths.answer(id)}>{t("questionnaire:save")}</Button>
              <Button type="submit" name="intent" value="complete" formAction={paths.answer(id)} variant="default">{t("questionnaire:complete")}</Button>
            </>
          }
        />
      </Stack>
    </>
  );
}
