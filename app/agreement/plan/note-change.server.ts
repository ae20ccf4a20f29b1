import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import type { AnyScope } from "#app/tenancy/scope.ts";
import { readCauses, withCause } from "./change-cause.ts";
import type { ChangeCause } from "./change-cause.ts";

/**
 * Notes that something about an agreement changed, so that its score is looked at again: on the task that is open, else on a new one. Nothing
 * else changes. An agreement that was never scored, or has ended, needs no task. Tells whether there is one.
 */
export async function noteChange(tx: Tx, scope: AnyScope, { agreementId, cause }: { agreementId: string; cause: ChangeCause }): Promise<boolean> {
  const { organisationId: controllerId } = scope;
  // Locked, so that two changes at once come to stand on one task.
  const [agreement] = await tx.$queryRaw<{ scored: boolean }[]>`
    select score_id is not null and status = 'active' as scored from agreement where id = ${agreementId}::uuid and controller_id = ${controllerId}::uuid for update`;
  if (!agreement?.scored) return false;
  const open = await tx.reassessment.findFirst({ where: { agreementId, controllerId, state: "open" }, select: { id: true, causes: true } });
  const before = readCauses(open?.causes);
  const causes = withCause(before, cause) as unknown as Prisma.InputJsonValue;
  if (open) await tx.reassessment.updateMany({ where: { id: open.id, controllerId, state: "open" }, data: { causes, version: { increment: 1 } } });
  else await tx.reassessment.create({ data: { agreementId, controllerId, causes }, select: { id: true } });
  await record(tx, scope, { action: "reassessment.asked", subject: { type: "agreement", id: agreementId }, detail: { cause: cause.kind } });
  return true;
}
