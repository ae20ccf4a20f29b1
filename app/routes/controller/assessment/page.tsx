import { Button, Stack } from "@mantine/core";
import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { isRowId } from "#app/domain/identity/row-id.ts";
import { requireController } from "#app/auth/guard.server.ts";
import { notFound } from "#app/auth/refusals.ts";
import { now } from "#app/config/clock.server.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import { addDays } from "#app/domain/time/iso-date.ts";
import { paths } from "#app/paths.ts";
import { loadCase } from "#app/supervision/assessment/load-case.server.ts";
import { presentReconciliation } from "#app/supervision/breach/present-reconciliation.ts";
import { presentAssessment } from "#app/supervision/assessment/present.ts";
import { proposalFor } from "#app/supervision/assessment/refresh-case.server.ts";
import { findSupervision } from "#app/supervision/find-supervision.server.ts";
import { mayWork, WORKERS } from "#app/supervision/may.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { translate } from "#app/text/translate.server.ts";
import { ConceptBadge } from "#app/ui/concept-badge.tsx";
import { flash } from "#app/ui/flash.server.ts";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { PointsBadge } from "#app/ui/points-badge.tsx";
import { StateBadge } from "#app/ui/state-badge.tsx";
import { act } from "./act.server.ts";
import { AddFinding } from "./add-finding.tsx";
import { Answers } from "./answers.tsx";
import { Checklist } from "./checklist.tsx";
import { FindingList } from "./finding-list.tsx";
import type { Refusal } from "./refusal.ts";
import { Reconciliation } from "./reconciliation.tsx";
import { ReturnForm } from "./return-form.tsx";
import { ReturnedNotice, WaitingNotice } from "./notices.tsx";
import { ScoreStrip } from "./score-strip.tsx";
import { Scores } from "./scores.tsx";
import { Threads } from "./threads.tsx";

export const meta = pageTitle<typeof loader>("assessment:page", ({ view }) => ({ title: view.title }));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, language } = await requireController(request);
  const { supervisionId } = params;
  if (!isRowId(supervisionId)) return notFound();
  const today = copenhagenDate(now());
  const found = await withTenant(scope, async (tx) => {
    const loaded = await loadCase(tx, supervisionId);
    if (loaded?.controllerId === scope.organisationId) return { view: presentAssessment(loaded, language, scope.organisationId), outcome: (await proposalFor(tx, loaded)).outcome, breaches: presentReconciliation(loaded.facts, now()) };
    if (await findSupervision(tx, scope, supervisionId, today)) throw redirect(paths.supervision(supervisionId));
    return notFound();
  }, { readOnly: true });
  // Sending back gives two weeks, and never less than there was.
  const [twoWeeks, dueOn] = [addDays(today, 14), found.view.dueOn ?? ""];
  return { ...found, mayWork: mayWork(scope), language, soon: dueOn > twoWeeks ? dueOn : twoWeeks, tomorrow: addDays(today, 1) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, language } = await requireController(request, ...WORKERS);
  const { supervisionId } = params;
  if (!isRowId(supervisionId)) return notFound();
  const form = await request.formData();
  const done = await act({ scope, language, supervisionId, form, today: copenhagenDate(now()) });
  if (done.ok) return redirect(`${paths.assessment(supervisionId)}${done.at ? `#${done.at}` : ""}`, { headers: flash({ tone: "ok", text: done.text }) });
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  const picked = form.getAll("questions").map(String);
  return data({ message: String(translate(language, "assessment")(done.key)), typed, picked } satisfies Refusal, { status: 422 });
}

export default function Assessment() {
  const { t } = useTranslation("assessment");
  const { view, outcome, breaches, mayWork, language, soon, tomorrow } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>() ?? null;
  const { id, state } = view;
  const working = mayWork && state === "assessing";
  const begun = state !== "submitted";
  const to = paths.conclude(id);
  return (
    <>
      <PageHeader
        title={t("title")} lead={`${view.title} · ${view.processorName}`}
        crumbs={[{ to: paths.supervisions(), label: t("frame:nav.supervisions") }, { to: paths.supervision(id), label: view.title }]}
        facts={<><StateBadge kind="supervision" value={state} /><ConceptBadge concept={view.concept} /><PointsBadge points={view.points} /></>}
        actions={begun && state !== "returned" ? <Button component={Link} to={to} variant={state === "assessing" ? "filled" : "default"}>{t(state === "assessing" ? "toConclusion" : "seeConclusion")}</Button> : null}
      />
      <Stack gap="lg">
        {refusal && (refusal.typed.intent === "begin" || refusal.typed.intent === "take-back" || refusal.typed.intent === "close" || refusal.typed.intent?.endsWith("-breach")) ? <FormErrorSummary errors={{ "": refusal.message }} /> : null}
        {state === "submitted" ? <WaitingNotice view={view} mayWork={mayWork} /> : null}
        {state === "returned" ? <ReturnedNotice view={view} mayWork={mayWork} /> : null}
        {begun ? <ScoreStrip view={view} outcome={outcome} /> : null}
        {begun ? <FindingList view={view}>{working ? <AddFinding key={view.findings.length} titles={view.returnable} refusal={refusal} /> : null}</FindingList> : null}
        {begun && breaches ? <div id="breaches"><Reconciliation view={breaches} working={working} /></div> : null}
        {begun && view.checklist.length > 0 ? <Checklist items={view.checklist} /> : null}
        <Answers view={view} language={language} working={working} mayAsk={mayWork && ["submitted", "assessing", "returned"].includes(state)} refusal={refusal} />
        <Threads view={view} mayWrite={mayWork} mayAsk={mayWork && ["submitted", "assessing", "returned"].includes(state)} refusal={refusal} />
        {working ? <ReturnForm view={view} refusal={refusal} soon={soon} tomorrow={tomorrow} /> : null}
        {begun ? <Scores view={view} /> : null}
      </Stack>
    </>
  );
}
