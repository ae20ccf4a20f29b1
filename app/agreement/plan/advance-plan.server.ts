import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import { advanceLines } from "#app/domain/frequency/plan-line.ts";
import type { HeldSupervision } from "#app/domain/frequency/plan-line.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { planLines } from "./plan-lines.server.ts";

/** A concluded supervision; `concernId` names what it was opened for, where that is so. */
export type Concluded = Omit<HeldSupervision, "extraLineId"> & { concernId: string | null };

/** Lets a concluded supervision count in the plan of its agreement: the right line comes again, an extra one falls, and the agreement's next day follows. Tells that day. */
export async function advancePlan(tx: Tx, scope: Scope, agreementId: string, { concernId, ...held }: Concluded): Promise<IsoDate | null> {
  const register = planLines(tx, scope);
  const lines = await register.list(agreementId);
  const extraLineId = (concernId === null ? undefined : lines.find((line) => line.concernId === concernId))?.id ?? null;
  const moves = advanceLines(lines, { ...held, extraLineId });
  for (const { id, nextDueOn, done } of moves) {
    const { version } = lines.find((line) => line.id === id)!;
    if (done) await register.remove(id, version);
    else await register.change(id, version, { nextDueOn, reason: "" });
  }
  const nextDueOn = await register.keepNextDue(agreementId);
  await record(tx, scope, { action: "agreement.planned", subject: { type: "agreement", id: agreementId }, detail: { to: nextDueOn, lines: moves.map(({ id }) => id) } });
  return nextDueOn;
}
