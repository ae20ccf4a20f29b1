import { record } from "#app/audit/record.server.ts";
import { forbidden } from "#app/auth/refusals.ts";
import type { Tx } from "#app/db/client.server.ts";
import { mayMoveFinding } from "#app/domain/findings/finding-state.ts";
import type { FindingState } from "#app/domain/findings/finding-state.ts";
import { compareDates } from "#app/domain/time/iso-date.ts";
import { queueMail } from "#app/mail/queue-mail.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { lockCase } from "../assessment/lock-case.server.ts";
import { refreshCase } from "../assessment/refresh-case.server.ts";
import { mayConclude, mayWork } from "../may.ts";
import { mayBeDismissed } from "./dismissal.ts";
import { lockAgreement } from "./lock-agreement.server.ts";

/**
 * `dueOn`, `acceptedUntil`, `today`: ISO days. A measure needs owner and date; an accepted risk needs an expiry; every move a reason or a
 * measure. For `verified` the reason says how it is seen that the measure works; sending a reported measure back takes both.
 */
export type DecideInput = {
  findingId: string; version: number; to: FindingState; reason: string; measure: string; ownerName: string; dueOn: string | null; acceptedUntil: string | null; today: string;
};
export type DecideResult =
  | { ok: true }
  | { ok: false; reason: "not-found" | "conflict" | "not-allowed-from-here" | "needs-reason" | "needs-measure" | "needs-owner" | "needs-due-date" | "needs-expiry" | "needs-effectiveness" | "not-dismissable" };

/**
 * Moves a finding along its life. Accepting a risk and dismissing a blocking finding are the DPO's (product.md §5). An agreed measure is
 * shown to the processor at once: it is to do something about it.
 */
export async function decideFinding(tx: Tx, scope: Scope, input: DecideInput): Promise<DecideResult> {
  if (!mayWork(scope)) throw forbidden();
  const { findingId, to, version } = input;
  const of = await tx.finding.findUnique({ where: { id: findingId, controllerId: scope.organisationId }, select: { supervisionId: true, agreementId: true } });
  if (!of) return { ok: false, reason: "not-found" };
  if (of.supervisionId) await lockCase(tx, of.supervisionId);
  else await lockAgreement(tx, scope, of.agreementId);
  const found = await tx.finding.findUniqueOrThrow({ where: { id: findingId } });
  if (found.version !== version) return { ok: false, reason: "conflict" };
  const from = found.state as FindingState;
  if (!mayMoveFinding(from, to)) return { ok: false, reason: "not-allowed-from-here" };
  if ((to === "risk-accepted" || (to === "closed-not-a-gap" && found.blocking)) && !mayConclude(scope)) throw forbidden();
  if (to === "closed-not-a-gap" && !mayBeDismissed(found.rule)) return { ok: false, reason: "not-dismissable" };
  const lacking = lacks(input, from);
  if (lacking) return { ok: false, reason: lacking };
  const closes = to === "verified" || to === "risk-accepted" || to === "closed-not-a-gap";
  const agreed = to === "agreed";
  const released = found.releasedAt !== null || (agreed && found.supervisionId !== null && found.processorId !== null);
  const reason = input.reason.trim() || input.measure.trim();
  const moved = await tx.$executeRaw`update finding set state = ${to}, version = version + 1,
      measure = case when ${agreed} then ${input.measure.trim()} else measure end, owner_name = case when ${agreed} then ${input.ownerName.trim()} else owner_name end,
      due_on = case when ${agreed} then ${input.dueOn}::date else due_on end, accepted_until = ${to === "risk-accepted" ? input.acceptedUntil : null}::date,
      effectiveness = case when ${to === "verified"} then ${reason} else effectiveness end, sent_back = ${agreed && from === "reported-done" ? reason : ""},
      released_at = case when ${released} then coalesce(released_at, now()) end, closed_at = case when ${closes} then now() end
    where id = ${findingId}::uuid and version = ${version}`;
  if (moved === 0) return { ok: false, reason: "conflict" };
  await tx.findingDecision.create({ data: { findingId, controllerId: scope.organisationId, fromState: from, toState: to, reason, decidedById: scope.personId, decidedByName: scope.personName } });
  const { supervisionId } = found;
  await record(tx, scope, { action: `finding.${to}`, subject: { type: "finding", id: findingId }, supervisionId, shared: released, detail: { rule: found.rule, from } });
  if (agreed && released && supervisionId) await tellProcessor(tx, scope, { kind: from === "reported-done" ? "measure-sent-back" : "finding-agreed", findingId, supervisionId, version, dueOn: input.dueOn });
  if (supervisionId) await refreshCase(tx, scope, supervisionId);
  return { ok: true };
}

/** A measure agreed, or sent back to be done better, is told to the one the request was sent to. */
async function tellProcessor(tx: Tx, scope: Scope, { kind, findingId, supervisionId, version, dueOn }: { kind: "finding-agreed" | "measure-sent-back"; findingId: string; supervisionId: string; version: number; dueOn: string | null }): Promise<void> {
  const { request, ...supervision } = await tx.supervision.findUniqueOrThrow({ where: { id: supervisionId }, select: { title: true, controllerName: true, processorName: true, request: true } });
  if (!request?.recipientEmail) return;
  await queueMail(tx, scope, {
    kind, dedupeKey: `${kind}:${findingId}:${version}`, to: { email: request.recipientEmail, name: request.recipientName }, supervisionId, findingId,
    language: request.language === "en" ? "en" : "da",
    values: { controller: supervision.controllerName, processor: supervision.processorName, title: supervision.title, ...(dueOn ? { due: dueOn } : {}) },
  });
}

function lacks({ to, reason, measure, ownerName, dueOn, acceptedUntil, today }: DecideInput, from: FindingState): Exclude<DecideResult, { ok: true }>["reason"] | null {
  if (to === "agreed") {
    if (measure.trim() === "") return "needs-measure";
    if (ownerName.trim() === "") return "needs-owner";
    if (dueOn === null) return "needs-due-date";
    return from === "reported-done" && reason.trim() === "" ? "needs-reason" : null;
  }
  if (reason.trim() === "") return to === "verified" ? "needs-effectiveness" : "needs-reason";
  if (to === "risk-accepted" && (acceptedUntil === null || compareDates(acceptedUntil, today) <= 0)) return "needs-expiry";
  return null;
}
