import { Stack } from "@mantine/core";
import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { isRowId } from "#app/domain/identity/row-id.ts";
import { requireController } from "#app/auth/guard.server.ts";
import { notFound } from "#app/auth/refusals.ts";
import { now } from "#app/config/clock.server.ts";
import { FINDING_STATES } from "#app/domain/findings/finding-state.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import { isIsoDate } from "#app/domain/time/iso-date.ts";
import { paths } from "#app/paths.ts";
import { decideFinding } from "#app/supervision/finding/decide-finding.server.ts";
import { findFinding } from "#app/supervision/finding/find-finding.server.ts";
import { findingWords } from "#app/supervision/finding/finding-words.ts";
import { mayConclude, mayWork, WORKERS } from "#app/supervision/may.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { translate } from "#app/text/translate.server.ts";
import { flash } from "#app/ui/flash.server.ts";
import { Mark } from "#app/ui/mark.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Panel } from "#app/ui/panel.tsx";
import { StateBadge } from "#app/ui/state-badge.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import { AboutFinding } from "./about.tsx";
import { FindingHistory } from "./history.tsx";
import { FindingMoves } from "./moves.tsx";
import { Standing } from "./standing.tsx";

export const meta = pageTitle<typeof loader>("finding:page", ({ found }) => ({ title: found.title }));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, language } = await requireController(request);
  const { findingId } = params;
  if (!isRowId(findingId)) return notFound();
  const today = copenhagenDate(now());
  const found = await withTenant(scope, (tx) => findFinding(tx, scope, findingId, language, today), { readOnly: true });
  return found ? { found, today, mayWork: mayWork(scope), mayConclude: mayConclude(scope) } : notFound();
}

/** Which field a refusal belongs to; what is left out concerns the form as a whole. */
const fieldOf: Readonly<Record<string, string>> = { "needs-reason": "reason", "needs-effectiveness": "reason", "needs-measure": "measure", "needs-owner": "ownerName", "needs-due-date": "dueOn", "needs-expiry": "acceptedUntil" };

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, language } = await requireController(request, ...WORKERS);
  const { findingId } = params;
  if (!isRowId(findingId)) return notFound();
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "").slice(0, 4_000);
  const day = (name: string) => (isIsoDate(text(name)) ? text(name) : null);
  const to = FINDING_STATES.find((state) => state === form.get("intent"));
  if (!to) throw new Response(null, { status: 400 });
  const input = { findingId, to, version: Number(text("version")), reason: text("reason"), measure: text("measure"), ownerName: text("ownerName"), dueOn: day("dueOn"), acceptedUntil: day("acceptedUntil"), today: copenhagenDate(now()) };
  const done = await withTenant(scope, (tx) => decideFinding(tx, scope, input));
  if (done.ok) return redirect(paths.finding(findingId), { headers: flash({ tone: "ok", text: "finding:saved" }) });
  if (done.reason === "not-found") return notFound();
  const errors = { [fieldOf[done.reason] ?? ""]: String(translate(language, "finding")(`refused.${done.reason}`)) };
  return data({ to, errors, typed: Object.fromEntries([...form].map(([name, value]) => [name, String(value)])) }, { status: done.reason === "conflict" ? 409 : 422 });
}

export default function Finding() {
  const { t } = useTranslation("finding");
  const format = useFormat();
  const { found, today, mayWork, mayConclude } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const { finding, supervision, expired } = found;
  const on = supervision ? paths.supervision(supervision.id) : paths.agreement(found.agreementId);
  const { title } = findingWords(t, finding, format.date);
  return (
    <>
      <PageHeader
        title={title}
        lead={<><Link to={on}>{found.title}</Link> · {found.processorName}{supervision ? null : <> · {t("onAgreement")}</>}</>}
        crumbs={[{ to: paths.findings(), label: t("title") }, { to: supervision ? paths.assessment(supervision.id) : on, label: found.title }]}
        facts={
          <>
            <StateBadge kind="severity" value={finding.severity} />
            {finding.blocking ? <Mark tone="late" icon="ban">{t("blocking")}</Mark> : null}
            {finding.returned ? <Mark tone="soon" icon="back">{t("returned")}</Mark> : null}
            {expired ? <Mark tone="late">{t("expired")}</Mark> : <StateBadge kind="finding" value={finding.state} />}
          </>
        }
      />
      <Stack gap="lg">
        <Standing found={found} />
        <AboutFinding found={found} today={today} />
        {mayWork ? <FindingMoves finding={finding} today={today} mayConclude={mayConclude} refused={refused} /> : null}
        <Panel title={t("history")}><FindingHistory found={found} /></Panel>
      </Stack>
    </>
  );
}
