import { Button, Stack } from "@mantine/core";
import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { isRowId } from "#app/domain/identity/row-id.ts";
import { requireProcessor } from "#app/auth/guard.server.ts";
import { notFound } from "#app/auth/refusals.ts";
import { now } from "#app/config/clock.server.ts";
import { awaits } from "#app/domain/lifecycle/supervision-state.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import { paths } from "#app/paths.ts";
import { listThreads } from "#app/supervision/clarification/list-threads.server.ts";
import { delegatePage } from "#app/supervision/delegation/delegate-page.server.ts";
import { endDelegation } from "#app/supervision/delegation/end-delegation.server.ts";
import { listDelegations } from "#app/supervision/delegation/list-delegations.server.ts";
import { findReceived } from "#app/supervision/find-received.server.ts";
import { listEvents } from "#app/supervision/list-events.server.ts";
import { ANSWERERS, mayAnswer, maySign } from "#app/supervision/may.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { translate } from "#app/text/translate.server.ts";
import { flash } from "#app/ui/flash.server.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { ProgressBar } from "#app/ui/progress-bar.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import { EventList } from "../shared/event-list.tsx";
import { RequestLetter } from "../shared/request-letter.tsx";
import { DelegationPanel } from "./delegation-panel.tsx";
import { ReceivedState } from "./received-state.tsx";
import { ReturnedReasons } from "./returned-reasons.tsx";
import { Threads } from "./threads.tsx";
import classes from "./inbox.module.css";

export const meta = pageTitle<typeof loader>("supervision:received.title", ({ received }) => ({ controller: received.controllerName }));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, language } = await requireProcessor(request);
  const { supervisionId } = params;
  if (!isRowId(supervisionId)) return notFound();
  const [found, events, threads, delegations] = await withTenant(scope, async (tx) => {
    const received = await findReceived(tx, scope, supervisionId, language);
    const shared = received && mayAnswer(scope) && awaits(received.state) === "processor" ? await listDelegations(tx, scope, received, language) : null;
    return [received, await listEvents(tx, scope, supervisionId), await listThreads(tx, scope, supervisionId, language), shared] as const;
  }, { readOnly: true });
  if (!found) return notFound();
  const { frozen: _frozen, answering: _answering, locked: _locked, ...received } = found;
  return { received, events, threads, delegations, today: copenhagenDate(now()), mayAnswer: mayAnswer(scope), maySign: maySign(scope) };
}

/** Gives a page on to a colleague (`intent` "give") or takes it back ("take-back"). */
export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, language } = await requireProcessor(request, ...ANSWERERS);
  const { supervisionId } = params;
  if (!isRowId(supervisionId)) return notFound();
  const form = await request.formData();
  const [page = "", personId = "", note = ""] = ["page", "personId", "note"].map((name) => String(form.get(name) ?? "").replaceAll("\r\n", "\n").slice(0, 1_000));
  const done = form.get("intent") === "take-back"
    ? { personName: null, ...await withTenant(scope, (tx) => endDelegation(tx, scope, { supervisionId, page, at: now() })) }
    : await withTenant(scope, (tx) => delegatePage(tx, scope, { supervisionId, page, personId, note, at: now() }));
  const back = paths.inboxRequest(supervisionId);
  if (done.ok) return redirect(back, { headers: flash(done.personName === null ? { tone: "ok", text: "supervision:delegation.takenBack" } : { tone: "ok", text: "supervision:delegation.given", values: { name: done.personName.slice(0, 200) } }) });
  if (done.reason === "not-found") return notFound();
  const field = { "unknown-page": "page", "unknown-person": "personId", closed: null, "not-delegated": null }[done.reason];
  if (field === null) return redirect(back, { headers: flash({ tone: "soon", text: `supervision:delegation.refused.${done.reason}` }) });
  return data({ page, personId, note, errors: { [field]: String(translate(language, "supervision")(`delegation.refused.${done.reason}`)) } }, { status: 422 });
}

export default function ReceivedRequest() {
  const { t } = useTranslation("supervision");
  const format = useFormat();
  const { received, events, threads, delegations, today, mayAnswer, maySign } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
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
                {mayAnswer ? <Button component={Link} to={paths.offline(id)} size="md" variant="subtle">{t("offline:open")}</Button> : null}
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
        {delegations ? <DelegationPanel supervisionId={id} delegations={delegations} refused={refused} /> : null}
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
