import { Button } from "@mantine/core";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { loadAgreement } from "#app/agreement/load-agreement.server.ts";
import { requireController } from "#app/auth/guard.server.ts";
import { notFound } from "#app/auth/refusals.ts";
import { now } from "#app/config/clock.server.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import { paths } from "#app/paths.ts";
import { listChecks } from "#app/supervision/agreement-check/list-checks.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { ConceptBadge } from "#app/ui/concept-badge.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { PointsBadge } from "#app/ui/points-badge.tsx";
import { StateBadge } from "#app/ui/state-badge.tsx";
import { AboutAgreement, Contacts, Requirements } from "./agreement-about.tsx";
import { Concerns, ScoreVersions, Supervisions } from "./agreement-history.tsx";
import classes from "./agreement-hub.module.css";
import { ChainSummary, ContractFacts, LimitsSummary, VersionSummary } from "./contract/hub-panels.tsx";
import { NextStep } from "./agreement-next.tsx";
import { Plan } from "./agreement-plan.tsx";
import { Risk } from "./agreement-risk.tsx";
import { ChecksPanel } from "./check/panel.tsx";

export const meta = pageTitle<typeof loader>("agreement:one.title", ({ title }) => ({ title }));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, language } = await requireController(request);
  return withTenant(scope, async (tx) => {
    const found = await loadAgreement(tx, scope, params.agreementId ?? "", copenhagenDate(now()));
    return found ? { ...found, checks: await listChecks(tx, scope, found.id, language) } : notFound();
  }, { readOnly: true });
}

export default function AgreementPage() {
  const { t } = useTranslation("agreement");
  const agreement = useLoaderData<typeof loader>();
  const { id, title, processor, fields, may, score, concept, standing, ended, underWay } = agreement;
  const starts = may && !ended && concept !== null && concept > 1 && underWay === null;
  return (
    <>
      <PageHeader
        title={title} crumbs={[{ to: paths.agreements(), label: t("list.title") }, { to: paths.processor(processor.id), label: processor.name }]}
        facts={
          <>
            {ended ? <StateBadge kind="agreement" value="ended" /> : <StateBadge kind="standing" value={standing} />}
            <span className={classes.fact}>{t("one.points")} <PointsBadge points={score?.points ?? null} /></span>
            {concept ? <ConceptBadge concept={concept} /> : null}
            {fields.reference ? <span className={classes.dim}>{fields.reference}</span> : null}
          </>
        }
        actions={may ? (
          <>
            <Button component={Link} to={paths.agreementConcerns(id)} variant={concept === 1 ? "filled" : "default"}>{t("one.wrong")}</Button>
            <Button component={Link} to={paths.agreementEdit(id)} variant="default">{t("one.edit")}</Button>
            {starts ? <Button component={Link} to={paths.supervisionNew(id)}>{t("one.start")}</Button> : null}
          </>
        ) : null}
      />
      <NextStep agreement={agreement} />
      <div className={classes.columns}>
        <div>
          {score ? <Risk agreement={agreement} score={score} /> : null}
          <Supervisions agreement={agreement} />
          <Concerns agreement={agreement} />
          <AboutAgreement fields={fields} />
          <ContractFacts agreement={agreement} />
          <LimitsSummary agreement={agreement} />
          <ChainSummary agreement={agreement} />
          <Requirements requirements={fields.requirements} />
          {agreement.scores.length > 1 ? <ScoreVersions scores={agreement.scores} inForce={score?.id ?? null} /> : null}
        </div>
        <div>
          <Plan agreement={agreement} />
          <VersionSummary agreement={agreement} />
          <ChecksPanel agreementId={id} checks={agreement.checks} may={may} />
          <Contacts contacts={fields.contacts} />
        </div>
      </div>
    </>
  );
}
