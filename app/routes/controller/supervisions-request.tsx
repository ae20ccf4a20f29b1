import { Button, Group, Stack } from "@mantine/core";
import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { isRowId } from "#app/domain/identity/row-id.ts";
import { requireController } from "#app/auth/guard.server.ts";
import { notFound } from "#app/auth/refusals.ts";
import { now } from "#app/config/clock.server.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import { paths } from "#app/paths.ts";
import { QuestionnairePreview } from "#app/questionnaire/preview.tsx";
import { findDraft } from "#app/supervision/find-draft.server.ts";
import { mayWork, WORKERS } from "#app/supervision/may.ts";
import { readRequestForm } from "#app/supervision/request-form.ts";
import { saveRequest } from "#app/supervision/save-request.server.ts";
import { sendRequest } from "#app/supervision/send-request.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { translate } from "#app/text/translate.server.ts";
import { flash } from "#app/ui/flash.server.ts";
import { lookAfterConflict } from "#app/ui/look-after-conflict.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Panel } from "#app/ui/panel.tsx";
import { StateBadge } from "#app/ui/state-badge.tsx";
import { RequestLetter } from "../shared/request-letter.tsx";
import { RequestConflict } from "./request-conflict.tsx";
import { RequestDiff } from "./request-diff.tsx";
import { RequestForm } from "./request-form.tsx";
import { RequestWhy } from "./request-why.tsx";
import classes from "./hub.module.css";

export const meta = pageTitle<typeof loader>("supervision:request.title", ({ draft }) => ({ title: draft.title }));

/** Whoever is refused because of what somebody else did sees that. */
export const shouldRevalidate = lookAfterConflict;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireController(request);
  const { supervisionId } = params;
  if (!isRowId(supervisionId)) return notFound();
  const today = copenhagenDate(now());
  const draft = await withTenant(scope, (tx) => findDraft(tx, scope, supervisionId, today), { readOnly: true });
  return draft ? { draft, mayWork: mayWork(scope), today } : notFound();
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, person, language } = await requireController(request, ...WORKERS);
  const { supervisionId } = params;
  if (!isRowId(supervisionId)) return notFound();
  const form = await request.formData();
  const at = now();
  const read = readRequestForm(form, copenhagenDate(at));
  const t = translate(language, "supervision");
  const seen = z.object({ version: z.coerce.number().int().catch(-1), hash: z.string().catch("") }).parse({ version: form.get("version"), hash: form.get("hash") });
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  if (!read.ok) return data({ typed, errors: Object.fromEntries(Object.entries(read.errors).map(([name, code]) => [name, String(t(`errors.${code}`))])) }, { status: 422 });
  if (form.get("intent") !== "send") {
    const saved = await withTenant(scope, (tx) => saveRequest(tx, scope, supervisionId, read.fields, seen.version));
    if (!saved.ok && saved.reason === "conflict") return data({ typed, conflict: true, errors: {} }, { status: 409 });
    if (!saved.ok) throw redirect(paths.supervision(supervisionId));
    return redirect(`${paths.request(supervisionId)}#preview`, { headers: flash({ tone: "ok", text: "supervision:done.drafted" }) });
  }
  const sent = await withTenant(scope, (tx) => sendRequest(tx, scope, { ...read.fields, supervisionId, email: person.email, at, seen }));
  if (sent.ok) return redirect(paths.supervision(supervisionId), { headers: flash({ tone: "ok", text: "supervision:done.sent" }) });
  if (sent.reason === "not-found") return notFound();
  if (sent.reason === "conflict") return data({ typed, conflict: true, errors: {} }, { status: 409 });
  return data({ typed, errors: { "": String(t(`errors.${sent.reason}`)) } }, { status: 409 });
}

export default function Request() {
  const { t } = useTranslation("supervision");
  const { draft, mayWork, today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const editable = draft.state === "draft" && mayWork;
  return (
    <>
      <PageHeader
        title={t(draft.sentAt ? "request.sentTitle" : "request.draftTitle")}
        lead={`${draft.title} · ${draft.processorName}`}
        crumbs={[{ to: paths.supervisions(), label: t("frame:nav.supervisions") }, { to: paths.supervision(draft.id), label: draft.title }]}
        facts={<StateBadge kind="supervision" value={draft.state} />}
      />
      <Stack gap="lg">
        {editable && refused && "conflict" in refused ? <RequestConflict stored={draft} typed={refused.typed} /> : null}
        {editable ? <RequestForm draft={draft} today={today} errors={refused?.errors ?? null} typed={refused?.typed ?? null} /> : null}
        <RequestWhy questionnaire={draft.questionnaire} points={draft.points} leftOut={draft.leftOut} />
        <RequestDiff last={draft.last} />
        <Panel title={t(draft.sentAt ? "request.asSent" : "request.preview")} lead={t(draft.sentAt ? "request.asSentLead" : "request.previewLead", { processor: draft.processorName })}>
          <div id="preview" className={classes.preview} lang={draft.language}>
            <RequestLetter {...draft} />
            <QuestionnairePreview frozen={draft.questionnaire} language={draft.language} />
          </div>
        </Panel>
        <Group><Button component={Link} to={paths.supervision(draft.id)} variant="subtle">{t("request.back")}</Button></Group>
      </Stack>
    </>
  );
}
