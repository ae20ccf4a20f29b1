import { record } from "#app/audit/record.server.ts";
import { forbidden } from "#app/auth/refusals.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { lockCasesAt } from "../assessment/lock-case.server.ts";
import { mayWork } from "../may.ts";
import { breachRecords } from "./breach-records.server.ts";
import { followMerge } from "./follow-merge.server.ts";

export type PartResult = { ok: true } | { ok: false; reason: "not-found" | "conflict" };

/** Takes back that a record is the same breach as another: each counts by itself again, with what it knew. */
export async function partBreach(tx: Tx, scope: Scope, { foldedId, now }: { foldedId: string; now: Date }): Promise<PartResult> {
  if (!mayWork(scope)) forbidden();
  const folded = await breachRecords(tx, scope).find(foldedId);
  if (!folded) return { ok: false, reason: "not-found" };
  const main = folded.sameAs;
  if (!main) return { ok: false, reason: "conflict" };
  const caseIds = await lockCasesAt(tx, scope, folded.registerId);
  const { count } = await tx.breachRecord.updateMany({ where: { id: foldedId, controllerId: scope.organisationId, sameAsId: main.id }, data: { sameAsId: null, version: { increment: 1 } } });
  if (count === 0) return { ok: false, reason: "conflict" };
  await tx.breachRecord.updateMany({ where: { id: main.id, controllerId: scope.organisationId }, data: { version: { increment: 1 } } });
  await record(tx, scope, { action: "breach.parted", subject: { type: "breach", id: main.id }, detail: { title: main.title, other: folded.title, otherId: foldedId } });
  await record(tx, scope, { action: "breach.parted", subject: { type: "breach", id: foldedId }, detail: { title: folded.title, other: main.title, otherId: main.id } });
  const rest = await breachRecords(tx, scope).find(main.id);
  await followMerge(tx, scope, { records: rest ? [rest, folded] : [folded], caseIds, now });
  return { ok: true };
}
