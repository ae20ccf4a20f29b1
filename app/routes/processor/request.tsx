import { Button, Stack } from "@mantine/core";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { isRowId } from "#app/domain/identity/row-id.ts";
import { requireProcessor } from "#app/auth/guard.server.ts";
import { notFound } from "#app/auth/refusals.ts";
import { now } from "#app/config/clock.server.ts";
import { awaits } from "#app/domain/lifecycle/supervision-state.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import { paths } from "#app/paths.ts";
import { listThreads } from "#app/supervision/clarification/list-threads.server.ts";
import { findReceived } from "#app/supervision/find-received.server.ts";
import { listEvents } from "#app/supervision/list-events.server.ts";
import { mayAnswer, maySign } from "#app/supervision/may.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { ProgressBar } from "#app/ui/progress-bar.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import { EventList } from "../shared/event-list.tsx";
import { RequestLetter } from "../shared/request-letter.tsx";
import { ReceivedState } from "./received-state.tsx";
import { ReturnedReasons } from "./returned-reasons.tsx";
import { Threads } from "./threads.tsx";
import classes from "./inbox.module.css";

export const meta = pageTitle<typeof loader>("supervision:received.title", ({ received }) => ({ controller: received.controllerName }));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, language } = await requireProcessor(request);
  const { supervisionId } = params;
  if (!isRowId(supervisionId)) return notFound();
  const [found, events, threads] = await withTenant(scope, async (tx) => [await findReceived(tx, scope, supervisionId, language), await listEvents(tx, scope, supervisionId), await listThreads(tx, scope, supervisionId, language)] as const, { readOnly: true });
  if (!found) return notFound();
  const { frozen: _frozen, answering: _answering, locked: _locked, ...received } = found;
  return { received, events, threads, today: copenhagenDate(now()), mayAnswer: mayAnswer(scope), maySign: maySign(scope) };
}

export default function ReceivedRequest() {
  const { t } = useTranslation("supervision");
  const format = useFormat();
  const { received, events, threads, today, mayAnswer, maySign } = useLoaderData<typeof loader>();
  const { id, state, controllerName, progress, minutes, returned, submission, outcome, contact } = received;
  const open = awaits(state) === "processor";
  const ready = progress.required === 0;
  const step = state === "sent" ? "begin" : state === "returned" ? "correct" : "goOn";
  return (
    <>
      <PageHeader
        title={t("received.heading", { controller: controllerName })}
        crumbs={[{ to: paths.inbox(), label: t("inbox.title") }]}
        facts={<ReceivedState state={state} outcome={outcome} returned={returned.length} />}
      />
      <Stack gap="lg">
        {state === "withdrawn" ? <Notice tone="rest" title={t("received.withdrawn", { controller: controllerName })}><p>{received.withdrawReason}</p></Notice> : null}
        {outcome ? <Notice tone={outcome === "in-order" ? "ok" : "soon"} title={t(`words:outcome.${outcome}`)}><p>{t("received.concluded", { controller: controllerName })} <Link to={paths.conclusion(id)}>{t("received.toConclusion")}</Link></p></Notice> : null}
        {open ? (
          <Panel title={t(`received.${step}.title`)}>
            <Stack gap="md">
              <ReturnedReasons returned={returned} controllerName={controllerName} />
              {state === "sent" ? null : <ProgressBar done={progress.answered} total={progress.total} label={t("hub.progress")} />}
              <div className={classes.begin}>
                {mayAnswer ? <Button component={Link} to={paths.answer(id)} size="md" variant={ready && state !== "returned" ? "default" : "filled"}>{t(`received.${step}.action`)}</Button> : null}
                {ready || state === "returned" ? <Button component={Link} to={paths.sign(id)} size="md" variant={ready && state !== "returned" ? "filled" : "default"}>{t(maySign ? "received.sign" : "received.review")}</Button> : null}
                <p>{!mayAnswer ? t("received.readOnly") : state === "sent" ? `${t("questionnaire:minutes", { count: minutes })} ${t("received.savesItself")}` : state === "returned" ? t("received.correctFirst") : ready ? t("received.ready") : t("received.missing", { count: progress.required })}</p>
              </div>
            </Stack>
          </Panel>
        ) : submission ? (
          <Panel title={t("received.handedIn")} lead={t("received.handedInText", { name: submission.signatoryName, at: format.dateTime(submission.submittedAt) })}>
            <Button component={Link} to={paths.receipt(id)}>{t("received.toReceipt")}</Button>
          </Panel>
        ) : null}
        {threads.length > 0 ? <Threads threads={threads} supervisionId={id} mayWrite={mayAnswer && !["concluded", "archived", "withdrawn"].includes(state)} /> : null}
        <Panel title={t("received.letter")}>
          <RequestLetter {...received} today={today} settled={!open} />
          {contact ? <p>{t("received.contact", { name: contact.name })} <a href={`mailto:${contact.email}`}>{contact.email}</a></p> : null}
        </Panel>
        {state === "sent" ? (
          <Panel title={t("received.how.title")}>
            <ol className={classes.how}>{["one", "two", "three", "four"].map((part) => <li key={part}>{t(`received.how.${part}`)}</li>)}</ol>
          </Panel>
        ) : null}
        {events.length > 0 ? <Panel title={t("hub.timeline")}><EventList events={events} label={t("hub.timeline")} other={controllerName} /></Panel> : null}
      </Stack>
    </>
  );
}
