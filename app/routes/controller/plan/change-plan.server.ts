import { addLine } from "#app/agreement/plan/add-line.server.ts";
import { addYearsBetween } from "#app/agreement/plan/add-years-between.server.ts";
import { changeLine } from "#app/agreement/plan/change-line.server.ts";
import { factorsForm, lineForm, removeForm, supplementForm } from "#app/agreement/plan/plan-form.ts";
import { removeLine } from "#app/agreement/plan/remove-line.server.ts";
import { sayFactors } from "#app/agreement/plan/say-factors.server.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import { readForm } from "#app/routes/shared/read-form.server.ts";
import type { ErrorKeys } from "#app/routes/shared/read-form.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";

export type PlanChange = { ok: true; text: string } | { ok: false; keys: ErrorKeys } | { ok: false; gone: "role" | "not-found" };
type Refusal = "role" | "not-found" | "conflict" | "reason-needed" | "no-questionnaire" | "no-cycle" | "not-fitting" | "cycle";

/** What a form on the page of a plan asks for, done; each intent is one use case. */
export async function changePlan(scope: Scope, agreementId: string, form: FormData, at: Date): Promise<PlanChange> {
  const intent = form.get("intent");
  if (intent === "between") return told("plan:between.done", await withTenant(scope, (tx) => addYearsBetween(tx, scope, agreementId, copenhagenDate(at), at)));
  if (intent === "factors") {
    const read = readForm(form, factorsForm, ["factors"]);
    return read.ok ? told("plan:factors.done", await withTenant(scope, (tx) => sayFactors(tx, scope, { agreementId, ...read.value }, at))) : read;
  }
  if (intent === "add") {
    const read = readForm(form, supplementForm);
    return read.ok ? told("plan:add.done", await withTenant(scope, (tx) => addLine(tx, scope, { agreementId, ...read.value }, at))) : read;
  }
  if (intent === "remove") {
    const read = readForm(form, removeForm);
    return read.ok ? told("plan:remove.done", await withTenant(scope, (tx) => removeLine(tx, scope, { agreementId, ...read.value }, at))) : read;
  }
  const read = readForm(form, lineForm);
  return read.ok ? told(intent === "use" ? "plan:advice.used" : "plan:edit.done", await withTenant(scope, (tx) => changeLine(tx, scope, { agreementId, ...read.value }, at))) : read;
}

function told(text: string, done: { ok: true } | { ok: false; reason: Refusal }): PlanChange {
  if (done.ok) return { ok: true, text };
  if (done.reason === "role" || done.reason === "not-found") return { ok: false, gone: done.reason };
  return { ok: false, keys: { [done.reason === "reason-needed" ? "reason" : done.reason === "no-questionnaire" ? "ownQuestionnaireId" : ""]: `plan:error.${done.reason === "cycle" ? "conflict" : done.reason}` } };
}
