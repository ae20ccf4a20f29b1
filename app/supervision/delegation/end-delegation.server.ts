import { record } from "#app/audit/record.server.ts";
import { forbidden } from "#app/auth/refusals.ts";
import type { Tx } from "#app/db/client.server.ts";
import { awaits } from "#app/domain/lifecycle/supervision-state.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { findAnswering } from "../answering.server.ts";
import { mayAnswer } from "../may.ts";

export type EndInput = { supervisionId: string; page: string; at: Date };
export type EndResult = { ok: true } | { ok: false; reason: "not-found" | "closed" | "not-delegated" };

/** Takes a page back from whoever has it; from then on it is everybody's again. */
export async function endDelegation(tx: Tx, scope: Scope, { supervisionId, page, at }: EndInput): Promise<EndResult> {
  if (!mayAnswer(scope)) throw forbidden();
  const answering = await findAnswering(tx, scope, supervisionId);
  if (!answering) return { ok: false, reason: "not-found" };
  if (awaits(answering.state) !== "processor") return { ok: false, reason: "closed" };
  const [ended] = await tx.delegation.updateManyAndReturn({ where: { supervisionId, page, processorId: scope.organisationId, endedAt: null }, data: { endedAt: at }, select: { id: true, personName: true } });
  if (!ended) return { ok: false, reason: "not-delegated" };
  await record(tx, scope, { action: "page.delegation-ended", subject: { type: "page", id: ended.id }, supervisionId, detail: { page, person: ended.personName } });
  return { ok: true };
}
