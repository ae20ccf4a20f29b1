import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { forbidden } from "#app/auth/refusals.ts";
import { openClarification } from "../clarification/open-clarification.server.ts";
import { mayWork } from "../may.ts";
import { loadCase } from "./load-case.server.ts";
import { refreshCase } from "./refresh-case.server.ts";

export type StartResult = { ok: true } | { ok: false; reason: "not-found" | "not-submitted" };

/**
 * Takes a submitted answer into assessment: the rules score it and raise findings. Harmless when it already is. A confirmation with
 * reservations opens a clarification by itself, whose first words are `reservationText` (Datatilsynet 2021, concept 2).
 */
export async function startAssessment(tx: Tx, scope: Scope, { supervisionId, reservationText }: { supervisionId: string; reservationText: string }): Promise<StartResult> {
  if (!mayWork(scope)) throw forbidden();
  const found = await loadCase(tx, supervisionId, { lock: true });
  if (!found) return { ok: false, reason: "not-found" };
  if (found.state === "assessing") return { ok: true };
  const moved = await tx.$executeRaw`update supervision set state = 'assessing', assessing_at = now(), version = version + 1
    where id = ${supervisionId}::uuid and controller_id = ${scope.organisationId}::uuid and state = 'submitted'`;
  if (moved === 0) return { ok: false, reason: "not-submitted" };
  // Whoever begins counts as the assessor until somebody decides on an answer: the rules alone may leave nothing to decide.
  await tx.supervisionCase.updateMany({ where: { supervisionId, assessedById: null }, data: { assessedById: scope.personId, assessedByName: scope.personName } });
  await record(tx, scope, { action: "assessment.started", subject: { type: "supervision", id: supervisionId }, supervisionId, shared: true, detail: { revision: found.latest.revision } });
  await refreshCase(tx, scope, supervisionId);
  const reserved = await tx.finding.findFirst({ where: { supervisionId, rule: "K2-RESERVATION", state: "open" }, select: { question: true } });
  if (reserved && !found.clarifications.some(({ question }) => question === reserved.question)) {
    await openClarification(tx, scope, { supervisionId, question: reserved.question, body: reservationText });
  }
  return { ok: true };
}
