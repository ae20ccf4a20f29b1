import { record } from "#app/audit/record.server.ts";
import { forbidden } from "#app/auth/refusals.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { lockCasesAt } from "../assessment/lock-case.server.ts";
import { mayWork } from "../may.ts";
import type { WholeRecord } from "./as-one.ts";
import { breachRecords } from "./breach-records.server.ts";
import { followMerge } from "./follow-merge.server.ts";
import { mainOf, mayBeOne } from "./same-breach.ts";

export type MergeResult = { ok: true; mainId: string } | { ok: false; reason: "not-found" | "conflict" | "not-one" | "both-matched" };
export type MergeInput = { id: string; version: number; otherId: string; now: Date };

/**
 * Says that two records are one breach: what the controller learned otherwise and what the processor gave notice of. One of them counts from
 * now on, with what both know; the other is only read. Nothing is written over, so that it can be taken back.
 */
export async function mergeBreach(tx: Tx, scope: Scope, { id, version, otherId, now }: MergeInput): Promise<MergeResult> {
  if (!mayWork(scope)) forbidden();
  const register = breachRecords(tx, scope);
  const found = await register.find(id);
  const other = await register.find(otherId);
  if (!found || !other) return { ok: false, reason: "not-found" };
  // The cases go first, as wherever what a conclusion rests on is changed.
  const caseIds = await lockCasesAt(tx, scope, found.registerId);
  // Two who merge the same records the other way round wait for one another here.
  await tx.$queryRaw`select 1 from breach_record where id in (${id}::uuid, ${otherId}::uuid) and controller_id = ${scope.organisationId}::uuid order by id for update`;
  const [one, two] = [await register.find(id), await register.find(otherId)];
  if (!one || !two || one.version !== version) return { ok: false, reason: "conflict" };
  if (!mayBeOne(one, two)) return { ok: false, reason: "not-one" };
  const places = (given: WholeRecord) => given.agreements.flatMap(({ supervisionId }) => (supervisionId === null ? [] : [supervisionId]));
  if (places(one).some((place) => places(two).includes(place))) return { ok: false, reason: "both-matched" };
  const main = mainOf(one, two);
  const folded = main === one ? two : one;
  await tx.breachRecord.updateMany({ where: { id: folded.id, controllerId: scope.organisationId, sameAsId: null }, data: { sameAsId: main.id, version: { increment: 1 } } });
  await tx.breachRecord.updateMany({ where: { id: main.id, controllerId: scope.organisationId }, data: { version: { increment: 1 } } });
  await record(tx, scope, { action: "breach.merged", subject: { type: "breach", id: main.id }, detail: { title: main.title, other: folded.title, otherId: folded.id } });
  await record(tx, scope, { action: "breach.merged", subject: { type: "breach", id: folded.id }, detail: { title: folded.title, other: main.title, otherId: main.id } });
  await followMerge(tx, scope, { records: [main, folded], caseIds, now });
  return { ok: true, mainId: main.id };
}
