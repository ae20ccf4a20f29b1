import type { Tx } from "#app/db/client.server.ts";
import type { Concept } from "#app/domain/concept/concept.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { planLines } from "./plan-lines.server.ts";

/** Puts one extra supervision out of cycle into the plan because of a concern: the concept in force, or 6 where that asks nothing by itself (004:306, 004:557). */
export async function addExtraLine(tx: Tx, scope: Pick<Scope, "organisationId">, { agreementId, concernId, inForce, dueOn }: { agreementId: string; concernId: string; inForce: Concept | null; dueOn: IsoDate }): Promise<void> {
  const lines = planLines(tx, scope);
  await lines.add({ agreementId, kind: "extra", concept: inForce === null || inForce === 1 ? 6 : inForce, intervalMonths: null, nextDueOn: dueOn, concernId });
  await lines.keepNextDue(agreementId);
}
