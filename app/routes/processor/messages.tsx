import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { isRowId } from "#app/domain/identity/row-id.ts";
import { requireProcessor } from "#app/auth/guard.server.ts";
import { notFound } from "#app/auth/refusals.ts";
import { paths } from "#app/paths.ts";
import { listThreads } from "#app/supervision/clarification/list-threads.server.ts";
import { writeMessage } from "#app/supervision/clarification/write-message.server.ts";
import { findReleased } from "#app/supervision/conclusion/find-released.server.ts";
import { ANSWERERS, mayAnswer } from "#app/supervision/may.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { translate } from "#app/text/translate.server.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { flash } from "#app/ui/flash.server.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Threads } from "./threads.tsx";

export const meta = pageTitle("assessment:threads.title");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, language } = await requireProcessor(request);
  const { supervisionId } = params;
  if (!isRowId(supervisionId)) return notFound();
  const found = await withTenant(scope, async (tx) => ({ sent: await findReleased(tx, scope, supervisionId, language), threads: await listThreads(tx, scope, supervisionId, language) }), { readOnly: true });
  if (!found.sent) return notFound();
  return { id: supervisionId, title: found.sent.title, controllerName: found.sent.controllerName, threads: found.threads, mayWrite: mayAnswer(scope) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, language } = await requireProcessor(request, ...ANSWERERS);
  const form = await request.formData();
  const [thread, body] = [String(form.get("thread") ?? ""), String(form.get("body") ?? "").replaceAll("\r\n", "\n").slice(0, 10_000)];
  const { supervisionId } = params;
  if (!isRowId(supervisionId) || !isRowId(thread)) return notFound();
  const written = await withTenant(scope, (tx) => writeMessage(tx, scope, { clarificationId: thread, body }));
  if (written.ok) return redirect(`${paths.messages(supervisionId)}#thread-${thread}`, { headers: flash({ tone: "ok", text: "assessment:threads.sent" }) });
  if (written.reason === "not-found") return notFound();
  return data({ thread, body, message: String(translate(language, "assessment")(`refused.${written.reason}`)) }, { status: 422 });
}

/** The clarifications of one request on a page of their own, where a reply leads. */
export default function Messages() {
  const { t } = useTranslation("assessment");
  const { id, title, controllerName, threads, mayWrite } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  return (
    <>
      <PageHeader title={t("threads.title")} lead={`${title} · ${controllerName}`} crumbs={[{ to: paths.inbox(), label: t("frame:nav.inbox") }, { to: paths.inboxRequest(id), label: title }]} />
      {threads.length === 0 ? <EmptyState icon="comment" title={t("threads.none")} /> : <Threads threads={threads} supervisionId={id} mayWrite={mayWrite} refused={refused} />}
    </>
  );
}
