import { record } from "#app/audit/record.server.ts";
import { forbidden } from "#app/auth/refusals.ts";
import type { Tx } from "#app/db/client.server.ts";
import { isOverdue } from "#app/domain/lifecycle/supervision-state.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { formatDate } from "#app/text/format.ts";
import { isLanguage } from "#app/text/language.ts";
import { translate } from "#app/text/translate.server.ts";
import type { OpenRefusal } from "../allowed-concepts.ts";
import { mayConclude } from "../may.ts";
import { openSupervision } from "../open-supervision.server.ts";
import { withdrawSupervision } from "../withdraw-supervision.server.ts";
import { takeProposal } from "./take-proposal.server.ts";
import { readFacts } from "./ladders.server.ts";

export type AcceptInput = { supervisionId: string; note: string; email: string; at: Date };
export type AcceptResult = { ok: true; supervisionId: string } | { ok: false; reason: "not-found" | "decided" | "no-longer-late" | "draft-exists" | "ended" | OpenRefusal };

/**
 * The DPO steps up from a concept that is not answered, this time: the silent supervision is withdrawn with the reason, and a draft at the
 * higher concept opened for the same agreement and line of its plan, asking the same supplements, each naming the other. The agreement's concept in force stays (Datatilsynet 2021, ch. 4).
 */
export async function acceptStepUp(tx: Tx, scope: Scope, { supervisionId, note, email, at }: AcceptInput): Promise<AcceptResult> {
  if (!mayConclude(scope)) forbidden();
  const proposal = await takeProposal(tx, scope, supervisionId);
  if (!proposal.ok) return proposal;
  const facts = await readFacts(tx, supervisionId);
  const today = copenhagenDate(at);
  if (!facts || !isOverdue(facts.state, facts.dueOn, today)) return { ok: false, reason: "no-longer-late" };
  const { fromConcept, toConcept, id } = proposal;
  const language = isLanguage(facts.request.language) ? facts.request.language : "da";
  // What it was opened for goes along.
  const concerns = (await tx.concern.findMany({ where: { supervisionId }, orderBy: [{ createdAt: "asc" }, { id: "asc" }], select: { id: true } })).map((concern) => concern.id);
  const tie = (to: string | null) => tx.concern.updateMany({ where: { id: { in: concerns } }, data: { supervisionId: to } });
  await tie(null);
  const opened = await openSupervision(tx, scope, { agreementId: facts.agreementId, concept: toConcept, supplements: facts.supplements, concernId: concerns[0] ?? null, planLineId: facts.planLineId, ownVersionId: facts.ownVersionId, email, language, today });
  if (!opened.ok || opened.existed) {
    await tie(supervisionId);
    return opened.ok ? { ok: false, reason: "draft-exists" } : opened;
  }
  const why = String(translate(language, "supervision")("escalation.withdrawn", { due: formatDate(facts.dueOn ?? today, language), concept: toConcept }));
  const withdrawn = await withdrawSupervision(tx, scope, { supervisionId, reason: [why, note.trim()].filter(Boolean).join("\n\n"), at });
  if (!withdrawn.ok) throw new Error(`The silent supervision was not withdrawn: ${withdrawn.reason}`);
  await tie(opened.supervisionId);
  await tx.escalation.update({ where: { id }, data: { state: "accepted", reason: note.trim(), decidedById: scope.personId, decidedByName: scope.personName, decidedAt: at, nextSupervisionId: opened.supervisionId } });
  await record(tx, scope, { action: "escalation.step-up-accepted", subject: { type: "supervision", id: supervisionId }, supervisionId, detail: { fromConcept, toConcept, next: opened.supervisionId, reason: note.trim() } });
  return { ok: true, supervisionId: opened.supervisionId };
}
