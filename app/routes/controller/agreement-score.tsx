import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { agreements } from "#app/agreement/agreements.server.ts";
import { WRITERS } from "#app/agreement/may.ts";
import { presentScore } from "#app/agreement/present.ts";
import { recordScore } from "#app/agreement/record-score.server.ts";
import { riskScores } from "#app/agreement/risk-scores.server.ts";
import { tickedBy } from "#app/agreement/score-facts.ts";
import { scoreForm } from "#app/agreement/score-form.ts";
import { requireController } from "#app/auth/guard.server.ts";
import { forbidden, notFound } from "#app/auth/refusals.ts";
import { now } from "#app/config/clock.server.ts";
import { paths } from "#app/paths.ts";
import { readForm, refuse } from "#app/routes/shared/read-form.server.ts";
import { typedIn } from "#app/routes/shared/refused.ts";
import type { Refused } from "#app/routes/shared/refused.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { flash } from "#app/ui/flash.server.ts";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { CountPart, QuestionPart } from "./agreement-score-parts.tsx";
import type { Answer } from "./agreement-score-parts.tsx";
import { ScoreResult } from "./agreement-score-result.tsx";
import classes from "./agreement-score.module.css";

export const meta = pageTitle<typeof loader>("agreement:score.title", ({ agreement }) => ({ title: agreement.title }));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireController(request, ...WRITERS);
  return withTenant(scope, async (tx) => {
    const row = (await agreements(tx, scope).find(params.agreementId ?? "")) ?? notFound();
    const { id, title, personCount, countingBasis, dataCategories, version, scoreId } = row;
    const score = scoreId === null ? null : await riskScores(tx, scope).find(scoreId);
    return { agreement: { id, title, personCount, countingBasis, dataCategories, version, scoreId, processor: row.processor.name }, current: score && presentScore(score) };
  }, { readOnly: true });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, language } = await requireController(request, ...WRITERS);
  const id = params.agreementId ?? "";
  const form = await request.formData();
  const read = readForm(form, scoreForm);
  if (!read.ok) return refuse(form, language, read.keys);
  const scored = await withTenant(scope, (tx) => recordScore(tx, scope, id, read.value, now()));
  if (scored.ok) return redirect(paths.agreementConcept(id), { headers: flash({ tone: "ok", text: scored.keepsConcept ? "agreement:score.doneKept" : "agreement:score.done", values: { points: scored.points } }) });
  if (scored.reason === "role") return forbidden();
  if (scored.reason === "not-found") return notFound();
  if (scored.reason === "note-needed") return refuse(form, language, Object.fromEntries(scored.parts.map((part) => [`note${part.toUpperCase()}`, `agreement:error.note${part.toUpperCase()}`])));
  const typed = Object.fromEntries([...form.keys()].map((name) => [name, [String(form.get(name))]]));
  return data<Refused & { conflict: true }>({ errors: {}, typed, conflict: true }, { status: 409 });
}

const answerOf = (typed: string | undefined): Answer => (typed === "yes" ? true : typed === "no" ? false : null);

export default function ScoreAgreement() {
  const { t } = useTranslation("agreement");
  const { agreement, current } = useLoaderData<typeof loader>();
  const returned: (Refused & { conflict?: true }) | undefined = useActionData<typeof action>();
  const typed = typedIn(returned);
  const ticked = tickedBy(agreement.dataCategories);
  const [answers, setAnswers] = useState<Record<"b" | "c" | "d", Answer>>({
    b: returned ? answerOf(typed("b")) : ticked.special.length > 0, c: answerOf(typed("c")), d: answerOf(typed("d")),
  });
  const errors = returned?.errors;
  const question = (part: "b" | "c" | "d", because: readonly string[]) => ({
    part, because, errors, answer: answers[part], note: typed(`note${part.toUpperCase()}`) ?? current?.reasons[part].reason ?? "",
    onAnswer: (answer: boolean) => setAnswers((before) => ({ ...before, [part]: answer })),
  });
  return (
    <>
      <PageHeader
        title={t("score.heading")} lead={t("score.lead", { processor: agreement.processor })}
        crumbs={[{ to: paths.agreements(), label: t("list.title") }, { to: paths.agreement(agreement.id), label: agreement.title }]}
      />
      {returned?.conflict ? <div className={classes.conflict}><Notice tone="soon" role="alert" title={t("score.conflict")}><p>{t("score.conflictText")}</p></Notice></div> : null}
      <Form method="post" noValidate className={classes.page}>
        <input type="hidden" name="version" value={agreement.version} />
        <input type="hidden" name="scoreId" value={agreement.scoreId ?? ""} />
        <div className={classes.parts}>
          <FormErrorSummary errors={errors} />
          <CountPart agreement={agreement} note={typed("noteA") ?? current?.reasons.a.reason ?? ""} errors={errors} />
          <QuestionPart {...question("b", ticked.special)} />
          <QuestionPart {...question("c", ticked.otherConfidential)} named={ticked.named} last={current ? current.reasons.c.because.includes("other-confidential") : null} />
          <QuestionPart {...question("d", ticked.intrusive)} last={current ? current.d > 0 : null} />
        </div>
        <ScoreResult agreement={agreement} answers={answers} current={current} />
      </Form>
    </>
  );
}
