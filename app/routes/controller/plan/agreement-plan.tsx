import { Button } from "@mantine/core";
import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { WRITERS } from "#app/agreement/may.ts";
import { loadPlan } from "#app/agreement/plan/load-plan.server.ts";
import { requireController } from "#app/auth/guard.server.ts";
import { forbidden, notFound } from "#app/auth/refusals.ts";
import { now } from "#app/config/clock.server.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import { paths } from "#app/paths.ts";
import { listChoices } from "#app/questionnaire/builder/list-choices.server.ts";
import { refuse } from "#app/routes/shared/read-form.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { ConceptBadge } from "#app/ui/concept-badge.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { flash } from "#app/ui/flash.server.ts";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Panel } from "#app/ui/panel.tsx";
import { PointsBadge } from "#app/ui/points-badge.tsx";
import { Advice } from "./advice.tsx";
import classes from "./agreement-plan.module.css";
import { changePlan } from "./change-plan.server.ts";
import { Factors } from "./factors.tsx";
import { Lines } from "./lines.tsx";
import { Supplements } from "./supplements.tsx";
import { YearsAhead } from "./years-ahead.tsx";

export const meta = pageTitle<typeof loader>("plan:agreement.title", ({ agreement }) => ({ title: agreement.title }));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireController(request);
  const found = await withTenant(scope, async (tx) => {
    const plan = await loadPlan(tx, scope, params.agreementId ?? "", copenhagenDate(now()));
    return plan && { ...plan, questionnaires: await listChoices(tx, scope, plan.lines.map(({ ownQuestionnaireId }) => ownQuestionnaireId)) };
  }, { readOnly: true });
  return found ?? notFound();
}

/** Factors, lines and supplements: what the form is for says its intent. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, language } = await requireController(request, ...WRITERS);
  const [id, form] = [params.agreementId ?? "", await request.formData()];
  const done = await changePlan(scope, id, form, now());
  if (done.ok) return redirect(paths.agreementPlan(id), { headers: flash({ tone: "ok", text: done.text }) });
  if ("gone" in done) return done.gone === "role" ? forbidden() : notFound();
  return refuse(form, language, done.keys);
}

export default function AgreementPlanPage() {
  const { t } = useTranslation("plan");
  const plan = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const { agreement, advice, lines, may } = plan;
  const cycle = lines.some(({ kind }) => kind === "primary");
  return (
    <>
      <PageHeader
        title={t("agreement.heading")} lead={t("agreement.lead", { processor: agreement.processor })}
        crumbs={[{ to: paths.agreements(), label: t("agreement:list.title") }, { to: paths.agreement(agreement.id), label: agreement.title }]}
        facts={<>{t("agreement:one.points")} <PointsBadge points={agreement.points} />{agreement.concept ? <ConceptBadge concept={agreement.concept} /> : null}</>}
      />
      <FormErrorSummary errors={returned?.errors} />
      {advice === null ? (
        <Panel><EmptyState icon="calendar" title={t("agreement.notScored")} action={<Button component={Link} to={paths.agreementScore(agreement.id)}>{t("agreement.score")}</Button>}>{t("agreement.notScoredText")}</EmptyState></Panel>
      ) : (
        <>
          {cycle ? (
            <>
              <YearsAhead plan={plan} />
              <Lines plan={plan} questionnaires={plan.questionnaires} returned={returned} suggested={advice.check.suggested} />
            </>
          ) : <Panel><EmptyState icon="calendar" title={t("agreement.noCycle")} action={<Button component={Link} to={paths.agreementConcept(agreement.id)}>{t("agreement.choose")}</Button>}>{t("agreement.noCycleText")}</EmptyState></Panel>}
          <div className={classes.columns}>
            <div>
              <Advice plan={plan} advice={advice} />
              {may && cycle ? <Supplements plan={plan} returned={returned} /> : null}
            </div>
            <Factors key={plan.plan.version} plan={plan} />
          </div>
        </>
      )}
    </>
  );
}
