import { Stack } from "@mantine/core";
import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { isRowId } from "#app/domain/identity/row-id.ts";
import { requireController } from "#app/auth/guard.server.ts";
import { notFound } from "#app/auth/refusals.ts";
import { now } from "#app/config/clock.server.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import { paths } from "#app/paths.ts";
import { readOpenForm } from "#app/supervision/open-form.ts";
import { WORKERS } from "#app/supervision/may.ts";
import { openSupervision } from "#app/supervision/open-supervision.server.ts";
import { proposeSupervision } from "#app/supervision/propose-supervision.server.ts";
import { wishedByLine } from "#app/supervision/wished-by-line.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { Facts } from "#app/ui/facts.tsx";
import { flash } from "#app/ui/flash.server.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Panel } from "#app/ui/panel.tsx";
import { PointsBadge } from "#app/ui/points-badge.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import { OpenForm } from "./supervision-open-form.tsx";
import type { Chosen } from "./supervision-open-form.tsx";

export const meta = pageTitle("supervision:new.title");

/** The agreement, and the concern that is why, as the URL names them. */
function named(request: Request): { agreementId: string; concernId: string | null } {
  const { searchParams } = new URL(request.url);
  const [agreementId, concernId] = [searchParams.get("agreement") ?? undefined, searchParams.get("concern") ?? undefined];
  return isRowId(agreementId) ? { agreementId, concernId: isRowId(concernId) ? concernId : null } : notFound();
}

/** What the address chooses beforehand: a concept and supplements. */
function chosenIn(request: Request): Chosen {
  const { searchParams } = new URL(request.url);
  return { concept: Number(searchParams.get("concept")) || null, supplements: searchParams.getAll("supplement").map(Number), ownVersionId: null };
}

/** The line of the plan that the supervision comes from. */
function lineIn(request: Request): string | null {
  const line = new URL(request.url).searchParams.get("line") ?? undefined;
  return isRowId(line) ? line : null;
}

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope } = await requireController(request, ...WORKERS);
  const { agreementId, concernId } = named(request);
  const planLineId = lineIn(request);
  const [proposal, wished] = await withTenant(scope, async (tx) => [
    await proposeSupervision(tx, agreementId, concernId), planLineId === null ? null : await wishedByLine(tx, scope, { agreementId, planLineId, today: copenhagenDate(now()) }),
  ] as const, { readOnly: true });
  return proposal ? { proposal, chosen: wished ?? chosenIn(request) } : notFound();
}

export async function action({ request }: ActionFunctionArgs) {
  const { scope, person, language } = await requireController(request, ...WORKERS);
  const form = await request.formData();
  const input = { ...named(request), ...readOpenForm(form), planLineId: lineIn(request), email: person.email, language, today: copenhagenDate(now()) };
  const opened = await withTenant(scope, (tx) => openSupervision(tx, scope, input));
  if (!opened.ok && opened.reason === "not-found") return notFound();
  if (!opened.ok) return { reason: opened.reason };
  return redirect(paths.request(opened.supervisionId), opened.existed ? { headers: flash({ tone: "wait", text: "supervision:new.existed" }) } : undefined);
}

export default function NewSupervision() {
  const { t } = useTranslation("supervision");
  const format = useFormat();
  const { proposal, chosen } = useLoaderData<typeof loader>();
  const { agreementId, title, processorName, points, inForce, concepts, periodFrom, lastSupervisionOn, refusal, underWay, concern, ended } = proposal;
  const reason = useActionData<typeof action>()?.reason ?? (ended ? "ended" : refusal);
  return (
    <>
      <PageHeader title={t("new.title")} crumbs={[{ to: paths.agreements(), label: t("frame:nav.agreements") }, { to: paths.agreement(agreementId), label: title }]} lead={t("new.lead")} />
      <Stack gap="lg">
        {reason ? (
          <Notice tone="soon" role="alert" title={t(`new.refused.${reason}.title`)}><p>{t(`new.refused.${reason}.text`)} <Link to={paths.agreement(agreementId)}>{t("new.toAgreement")}</Link></p></Notice>
        ) : null}
        {underWay ? <Notice title={t("new.underWay")}><p>{t("new.underWayText")} <Link to={paths.supervision(underWay.id)}>{t("new.toUnderWay")}</Link></p></Notice> : null}
        <Panel title={t("new.about")}>
          <Facts facts={[
            { term: t("list.agreement"), value: title },
            { term: t("list.processor"), value: processorName },
            { term: t("list.points"), value: <PointsBadge points={points} /> },
            { term: t("new.inForce"), value: inForce === null ? t("new.noConcept") : `${t("words:concept.number", { concept: inForce })}: ${t(`words:concept.short.${inForce}`)}` },
            { term: t("new.period"), value: periodFrom === null ? t("new.periodAll") : t(lastSupervisionOn ? "new.periodSince" : "new.periodFrom", { date: format.date(periodFrom) }) },
            ...(concern ? [{ term: t("new.concern"), value: concern }] : []),
          ]} />
        </Panel>
        {concepts.length > 0 && refusal === null && !ended ? (
          <OpenForm proposal={proposal} chosen={chosen} />
        ) : null}
      </Stack>
    </>
  );
}
