import { Button } from "@mantine/core";
import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { choiceForm, decisionForm } from "#app/agreement/choice-form.ts";
import { chooseConcept } from "#app/agreement/choose-concept.server.ts";
import { decideChoice } from "#app/agreement/decide-choice.server.ts";
import { loadChoice } from "#app/agreement/load-choice.server.ts";
import { WRITERS } from "#app/agreement/may.ts";
import { requireController } from "#app/auth/guard.server.ts";
import { forbidden, notFound } from "#app/auth/refusals.ts";
import { now } from "#app/config/clock.server.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import { paths } from "#app/paths.ts";
import { readForm, refuse } from "#app/routes/shared/read-form.server.ts";
import type { Refused } from "#app/routes/shared/refused.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import type { Language } from "#app/text/language.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { flash } from "#app/ui/flash.server.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { ChoiceHistory } from "./agreement-choices.tsx";
import { ConceptForm } from "./agreement-concept-form.tsx";
import { ContractDemands } from "./contract/demands.tsx";
import { WaitingChoice } from "./agreement-waiting-choice.tsx";

export const meta = pageTitle<typeof loader>("agreement:concept.title", ({ agreement }) => ({ title: agreement.title }));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireController(request);
  const found = await withTenant(scope, (tx) => loadChoice(tx, scope, params.agreementId ?? "", copenhagenDate(now())), { readOnly: true });
  return found ?? notFound();
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, language } = await requireController(request, ...WRITERS);
  const form = await request.formData();
  const id = params.agreementId ?? "";
  return form.get("intent") === "decide" ? decide(scope, language, id, form) : choose(scope, language, id, form);
}

async function choose(scope: Scope, language: Language, id: string, form: FormData) {
  const read = readForm(form, choiceForm);
  if (!read.ok) return refuse(form, language, read.keys);
  const chosen = await withTenant(scope, (tx) => chooseConcept(tx, scope, id, read.value, now()));
  if (chosen.ok && chosen.state === "in-force") return redirect(paths.agreement(id), { headers: flash({ tone: "ok", text: "agreement:concept.done", values: { concept: read.value.concept } }) });
  if (chosen.ok) return redirect(paths.agreementConcept(id), { headers: flash({ tone: "wait", text: "agreement:concept.waits" }) });
  if (chosen.reason === "role") return forbidden();
  if (chosen.reason === "not-found") return notFound();
  const field = { "reason-needed": "reason", "trust-needed": "trustworthy", conflict: "", "not-scored": "" }[chosen.reason];
  return refuse(form, language, { [field]: `agreement:error.${chosen.reason}` });
}

async function decide(scope: Scope, language: Language, id: string, form: FormData) {
  const read = readForm(form, decisionForm);
  if (!read.ok) return refuse(form, language, read.keys);
  const { decision, ...input } = read.value;
  const decided = await withTenant(scope, (tx) => decideChoice(tx, scope, id, { ...input, approved: decision === "approve" }, now()));
  if (decided.ok && decided.state === "in-force") return redirect(paths.agreement(id), { headers: flash({ tone: "ok", text: "agreement:decision.approved" }) });
  if (decided.ok) return redirect(paths.agreementConcept(id), { headers: flash({ tone: "ok", text: "agreement:decision.rejected" }) });
  if (decided.reason === "not-dpo" || decided.reason === "own-choice") return forbidden();
  if (decided.reason === "not-found") return notFound();
  return refuse(form, language, decided.reason === "note-needed" ? { note: "agreement:error.decisionNote" } : { "": "agreement:error.conflict" });
}

export default function ConceptPage() {
  const { t } = useTranslation("agreement");
  const { agreement, score, may, choices, waiting, refusal, due, demands } = useLoaderData<typeof loader>();
  const returned: Refused | undefined = useActionData<typeof action>();
  const decides = returned?.typed.intent?.[0] === "decide";
  const waitingDue = due.find(({ concept }) => concept === waiting?.concept)?.on ?? null;
  return (
    <>
      <PageHeader
        title={t("concept.heading")} lead={t("concept.lead", { processor: agreement.processor })}
        crumbs={[{ to: paths.agreements(), label: t("list.title") }, { to: paths.agreement(agreement.id), label: agreement.title }]}
        actions={may && score ? <Button component={Link} to={paths.agreementScore(agreement.id)} variant="default">{t("one.rescore")}</Button> : null}
      />
      {score === null ? (
        <EmptyState icon="agreements" title={t("concept.notScored")} action={may ? <Button component={Link} to={paths.agreementScore(agreement.id)}>{t("one.score")}</Button> : null}>{t("concept.notScoredText")}</EmptyState>
      ) : (
        <>
          <ContractDemands demands={demands} points={score.points} />
          {waiting ? <WaitingChoice choice={waiting} refusal={refusal} due={waitingDue} returned={decides ? returned : undefined} /> : null}
          <ConceptForm agreement={agreement} score={score} may={may} due={due} returned={decides ? undefined : returned} key={waiting?.id ?? score.id} />
        </>
      )}
      {choices.length > 0 ? <ChoiceHistory choices={choices} /> : null}
    </>
  );
}
