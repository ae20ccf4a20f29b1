import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { CONTINUED, FACTS_CHANGED } from "./rule-reasons.ts";

/**
 * Once a supervision is concluded, what it found again lives on in its own findings: the earlier ones that still stood, or whose risk was
 * accepted, are marked as continued, so that one gap is one open finding. What was verified or closed stays as it was.
 */
export async function continueFindings(tx: Tx, scope: Scope, supervisionId: string): Promise<void> {
  const earlier = await tx.$queryRaw<{ id: string; state: string; supervisionId: string | null }[]>`
    select p.id, p.state, p.supervision_id as "supervisionId" from finding f join finding p on p.id = f.previous_id and p.controller_id = f.controller_id
    where f.supervision_id = ${supervisionId}::uuid and p.state in ('open', 'agreed', 'reported-done', 'risk-accepted')
      and not (f.state = 'closed-not-a-gap' and exists (select from (select reason from finding_decision d where d.finding_id = f.id order by decided_at desc limit 1) last where last.reason = ${FACTS_CHANGED}))
    for update of p`;
  for (const { id, state, supervisionId: of } of earlier) {
    await tx.$executeRaw`update finding set state = 'continued', closed_at = now(), version = version + 1 where id = ${id}::uuid`;
    await tx.findingDecision.create({ data: { findingId: id, controllerId: scope.organisationId, fromState: state, toState: "continued", reason: CONTINUED, decidedById: scope.personId, decidedByName: scope.personName } });
    await record(tx, scope, { action: "finding.continued", subject: { type: "finding", id }, supervisionId: of, detail: { from: state } });
  }
}
