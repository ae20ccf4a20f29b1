import { Stack } from "@mantine/core";
import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { isRowId } from "#app/domain/identity/row-id.ts";
import { requireController } from "#app/auth/guard.server.ts";
import { notFound } from "#app/auth/refusals.ts";
import { now } from "#app/config/clock.server.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import { outbox } from "#app/mail/outbox.server.ts";
import { paths } from "#app/paths.ts";
import { changeDueDate } from "#app/supervision/change-due-date.server.ts";
import { findLadder } from "#app/supervision/escalation/ladders.server.ts";
import { findSupervision } from "#app/supervision/find-supervision.server.ts";
import { listEvents } from "#app/supervision/list-events.server.ts";
import { mayConclude, mayWork, WORKERS } from "#app/supervision/may.ts";
import { nextStep } from "#app/supervision/next-step.ts";
import { remindProcessor } from "#app/supervision/remind-processor.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { translate } from "#app/text/translate.server.ts";
import { ConceptBadge } from "#app/ui/concept-badge.tsx";
import { DueDate } from "#app/ui/due-date.tsx";
import { flash } from "#app/ui/flash.server.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Panel } from "#app/ui/panel.tsx";
import { PointsBadge } from "#app/ui/points-badge.tsx";
import { StateBadge } from "#app/ui/state-badge.tsx";
import { EventList } from "../shared/event-list.tsx";
import { decideLadder } from "./decide-ladder.server.ts";
import { HubFacts } from "./hub-facts.tsx";
import { HubLadder } from "./hub-ladder.tsx";
import { HubNext } from "./hub-next.tsx";
import { HubRequest } from "./hub-request.tsx";

export const meta = pageTitle<typeof loader>("supervision:hub.title", ({ supervision }) => ({ title: supervision.title }));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireController(request);
  const { supervisionId } = params;
  if (!isRowId(supervisionId)) return notFound();
  const today = copenhagenDate(now());
  const [supervision, events, mails, ladder] = await withTenant(scope, async (tx) => [
    await findSupervision(tx, scope, supervisionId, today), await listEvents(tx, scope, supervisionId), await outbox(scope, tx).deliveries(supervisionId), await findLadder(tx, supervisionId, today),
  ] as const, { readOnly: true });
  if (!supervision || !ladder) return notFound();
  return { supervision, events, ladder, mayDecide: mayConclude(scope), undelivered: mails[0]?.state === "failed" ? mails[0].to : null, today, next: nextStep(supervision.state, supervision.overdue), mayWork: mayWork(scope) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, person, language } = await requireController(request, ...WORKERS);
  const { supervisionId } = params;
  if (!isRowId(supervisionId)) return notFound();
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const intent = text("intent");
  const done = (key: string) => redirect(paths.supervision(supervisionId), { headers: flash({ tone: "ok", text: `supervision:done.${key}` }) });
  const t = translate(language, "supervision");
  if (intent === "accept-step-up" || intent === "decline-step-up") return decideLadder({ scope, supervisionId, form, email: person.email, language, at: now() });
  if (intent === "remind" || intent === "readdress") {
    const to = intent === "readdress" ? { name: text("recipientName").trim().slice(0, 100), email: text("recipientEmail").trim().toLowerCase() } : undefined;
    const reminded = await withTenant(scope, (tx) => remindProcessor(tx, scope, { supervisionId, at: now(), to }));
    if (reminded.ok) return done(reminded.by === "mail" ? "reminded" : "invited");
    if (reminded.reason === "not-found") return notFound();
    return data({ errors: { [reminded.reason === "no-email" ? "recipientEmail" : ""]: String(t(`errors.${reminded.reason}`)) } }, { status: 422 });
  }
  if (intent !== "due") throw new Response(null, { status: 400 });
  const changed = await withTenant(scope, (tx) => changeDueDate(tx, scope, { supervisionId, dueOn: text("dueOn"), reason: text("reason").slice(0, 2_000), at: now() }));
  if (changed.ok) return done("due-changed");
  if (changed.reason === "not-found") return notFound();
  const field = changed.reason === "due-date" ? "dueOn" : changed.reason === "needs-reason" ? "reason" : "";
  return data({ errors: { [field]: String(t(`errors.${changed.reason}`)) } }, { status: 422 });
}

export default function SupervisionHub() {
  const { t } = useTranslation("supervision");
  const { supervision, events, ladder, mayDecide, undelivered, today, next, mayWork } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() as { ladder?: boolean; errors: Record<string, string> } | undefined;
  const errors = refused && !refused.ladder ? refused.errors : null;
  const { title, processorName, state, outcome, overdue, concept, supplements, dueOn } = supervision;
  const settled = !["sent", "answering", "returned"].includes(state);
  return (
    <>
      <PageHeader
        title={title}
        lead={processorName}
        crumbs={[{ to: paths.supervisions(), label: t("frame:nav.supervisions") }]}
        facts={
          <>
            {outcome ? <StateBadge kind="outcome" value={outcome} /> : <StateBadge kind="supervision" value={state} />}
            {overdue ? <StateBadge kind="standing" value="overdue" /> : null}
            {[concept, ...supplements].map((part) => <ConceptBadge key={part} concept={part} />)}
            <PointsBadge points={supervision.caseFile?.points ?? null} />
            {state === "draft" || state === "withdrawn" ? null : <DueDate on={dueOn} today={today} settled={settled} />}
          </>
        }
      />
      <Stack gap="lg">
        {undelivered && !settled ? <Notice tone="late" title={t("hub.undelivered", { email: undelivered })}><p>{t("hub.undeliveredText")}</p></Notice> : null}
        <HubNext supervision={supervision} next={next} today={today} mayWork={mayWork} />
        <HubLadder ladder={ladder} mayDecide={mayDecide} errors={refused?.ladder ? refused.errors : null} />
        <HubRequest supervision={supervision} mayWork={mayWork} mayRemind={next === "wait" && supervision.processorId !== null} errors={errors} />
        <HubFacts supervision={supervision} steppedUp={ladder.from} />
        <Panel title={t("hub.timeline")}>
          <EventList events={events} label={t("hub.timeline")} other={processorName} />
        </Panel>
      </Stack>
    </>
  );
}
