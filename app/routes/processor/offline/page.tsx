import { Button, Group, Stack } from "@mantine/core";
import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { isRowId } from "#app/domain/identity/row-id.ts";
import { awaits } from "#app/domain/lifecycle/supervision-state.ts";
import { requireProcessor } from "#app/auth/guard.server.ts";
import { notFound } from "#app/auth/refusals.ts";
import { paths } from "#app/paths.ts";
import { findReceived } from "#app/supervision/find-received.server.ts";
import { ANSWERERS } from "#app/supervision/may.ts";
import { saveChosenAnswers } from "#app/supervision/offline/save-chosen-answers.server.ts";
import { takeWorkbook } from "#app/supervision/offline/take-workbook.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { translate } from "#app/text/translate.server.ts";
import { FileField } from "#app/ui/field.tsx";
import { flash } from "#app/ui/flash.server.ts";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { NotSaved } from "./not-saved.tsx";
import { presentPlan } from "./outcome.server.ts";

export const meta = pageTitle("offline:title");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, language } = await requireProcessor(request, ...ANSWERERS);
  const { supervisionId } = params;
  if (!isRowId(supervisionId)) return notFound();
  const received = await withTenant(scope, (tx) => findReceived(tx, scope, supervisionId, language), { readOnly: true });
  if (!received) return notFound();
  if (awaits(received.state) !== "processor") throw redirect(paths.inboxRequest(supervisionId));
  return { id: supervisionId, title: received.title, controllerName: received.controllerName };
}

/** Reads a filled-in workbook (`intent` "read"), or saves what a person chose of one that could not be saved whole ("save-right"). */
export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, language } = await requireProcessor(request, ...ANSWERERS);
  const { supervisionId } = params;
  if (!isRowId(supervisionId)) return notFound();
  const form = await request.formData();
  const t = translate(language, "offline");
  const refuse = (reason: string) => data({ errors: { workbook: String(t(`refused.${reason}`)) }, plan: null }, { status: 422 });
  const done = (text: "offline:saved" | "offline:savedNothing" | "offline:savedSome" | "offline:savedSomeRefused", values: Record<string, number>) =>
    redirect(paths.answer(supervisionId), { headers: flash({ tone: text === "offline:savedSomeRefused" ? "soon" : "ok", text, values }) });
  if (form.get("intent") === "save-right") {
    const content = `[${[String(form.get("right") ?? "").slice(1, -1), ...form.getAll("mine").map(String)].filter(Boolean).join(",")}]`;
    const saved = await saveChosenAnswers(scope, { supervisionId, content, language });
    if (!saved.ok && saved.reason === "not-found") return notFound();
    if (!saved.ok) return refuse(saved.reason);
    return saved.refused > 0 ? done("offline:savedSomeRefused", { count: saved.saved, refused: saved.refused }) : done("offline:savedSome", { count: saved.saved });
  }
  const file = form.get("workbook");
  if (!(file instanceof File) || file.size === 0) return refuse("missing");
  const bytes = Buffer.from(await file.arrayBuffer());
  const read = await takeWorkbook(scope, { supervisionId, bytes, language });
  if (!read.ok) return read.reason === "not-found" ? notFound() : refuse(read.reason);
  if (read.saved) return read.plan.changes.length > 0 ? done("offline:saved", { count: read.plan.changes.length }) : done("offline:savedNothing", {});
  return data({ errors: null, plan: presentPlan(read.plan, read.frozen, language) }, { status: read.plan.mistakes.length > 0 ? 422 : 409 });
}

export default function OfflinePage() {
  const { t } = useTranslation("offline");
  const { id, title, controllerName } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={t("heading")} lead={t("lead")}
        crumbs={[{ to: paths.inbox(), label: t("supervision:inbox.title") }, { to: paths.inboxRequest(id), label: t("supervision:received.heading", { controller: controllerName }) }]}
        facts={title}
      />
      <Stack gap="lg">
        <FormErrorSummary errors={answer?.errors} />
        {answer?.plan ? <NotSaved plan={answer.plan} /> : null}
        <Panel title={t("get.title")} lead={t("get.text")}>
          <Button component="a" href={paths.workbook(id)} variant={answer?.plan ? "default" : "filled"}>{t("get.action")}</Button>
        </Panel>
        <Panel title={t("put.title")} lead={t("put.text")}>
          <Form method="post" encType="multipart/form-data" noValidate>
            <Stack gap="md">
              <FileField name="workbook" label={t("put.file")} hint={t("put.fileHint")} accept=".xlsx" errors={answer?.errors} />
              <Group><SubmitButton intent="read">{t("put.action")}</SubmitButton></Group>
            </Stack>
          </Form>
        </Panel>
        <p>{t("filesOnline")} <Link to={paths.answer(id)}>{t("toAnswers")}</Link></p>
      </Stack>
    </>
  );
}
