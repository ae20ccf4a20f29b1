import { Stack } from "@mantine/core";
import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireProcessor } from "#app/auth/guard.server.ts";
import { notFound } from "#app/auth/refusals.ts";
import { now } from "#app/config/clock.server.ts";
import { isRowId } from "#app/domain/identity/row-id.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import { paths } from "#app/paths.ts";
import { findingWords } from "#app/supervision/finding/finding-words.ts";
import { findReleasedFinding } from "#app/supervision/finding/released-findings.server.ts";
import { reportDone } from "#app/supervision/finding/report-done.server.ts";
import { ANSWERERS, mayAnswer } from "#app/supervision/may.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { translate } from "#app/text/translate.server.ts";
import { flash } from "#app/ui/flash.server.ts";
import { Mark } from "#app/ui/mark.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { StateBadge } from "#app/ui/state-badge.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import { filesByPlace } from "../form-props.ts";
import { AboutOwnFinding } from "./about.tsx";
import { ReportForm } from "./report-form.tsx";

export const meta = pageTitle<typeof loader>("finding:page", ({ found }) => ({ title: found.title }));

const idsOf = ({ supervisionId, findingId }: LoaderFunctionArgs["params"]) => (isRowId(supervisionId) && isRowId(findingId) ? { supervisionId, findingId } : notFound());

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, language } = await requireProcessor(request);
  const ids = idsOf(params);
  const found = await withTenant(scope, (tx) => findReleasedFinding(tx, scope, { ...ids, language }), { readOnly: true });
  if (!found) return notFound();
  return { ids, found, files: filesByPlace(found.files)[found.place] ?? [], today: copenhagenDate(now()), mayReport: found.mayReport && mayAnswer(scope) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, language } = await requireProcessor(request, ...ANSWERERS);
  const ids = idsOf(params);
  const body = String((await request.formData()).get("body") ?? "").replaceAll("\r\n", "\n").slice(0, 10_000);
  const done = await withTenant(scope, (tx) => reportDone(tx, scope, { ...ids, body, at: now() }));
  const here = paths.inboxFinding(ids.supervisionId, ids.findingId);
  if (done.ok) return redirect(here, { headers: flash({ tone: "ok", text: "finding:report.done" }) });
  if (done.reason === "not-found") return notFound();
  if (done.reason !== "needs-text") return redirect(here, { headers: flash({ tone: "late", text: `finding:report.${done.reason}` }) });
  return data({ errors: { body: String(translate(language, "finding")("report.needs-text")) }, body }, { status: 422 });
}

export default function OwnFinding() {
  const { t } = useTranslation("finding");
  const format = useFormat();
  const { ids, found, files, today, mayReport } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const { finding, title, controllerName, place } = found;
  return (
    <>
      <PageHeader
        title={findingWords(t, finding, format.date).title}
        lead={<><Link to={paths.inboxRequest(ids.supervisionId)}>{title}</Link> · {controllerName}</>}
        crumbs={[{ to: paths.inbox(), label: t("frame:nav.inbox") }, { to: paths.inboxRequest(ids.supervisionId), label: title }]}
        facts={
          <>
            <StateBadge kind="severity" value={finding.severity} />
            <StateBadge kind="finding" value={finding.state} />
            {finding.returned ? <Mark tone="soon" icon="back">{t("returned")}</Mark> : null}
          </>
        }
      />
      <Stack gap="lg">
        <AboutOwnFinding found={found} today={today} />
        {mayReport ? <ReportForm key={finding.version} supervisionId={ids.supervisionId} place={place} files={files} refused={refused} /> : null}
      </Stack>
    </>
  );
}
