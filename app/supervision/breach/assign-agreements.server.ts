import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { lockAgreements } from "../finding/lock-agreement.server.ts";
import { breachRecords } from "./breach-records.server.ts";
import { changeRecord } from "./change-record.server.ts";
import { followBreach } from "./follow-breach.server.ts";
import { syncLateNotices } from "./sync-late-notices.server.ts";

export type AssignResult = { ok: true } | { ok: false; reason: "not-found" | "conflict" | "other-processor" | "matched" };
export type Assignment = { id: string; version: number; agreementIds: readonly string[]; now: Date };

/** Says under which agreements with the same processor a breach falls; none takes it off all. What is matched with a disclosed breach stays where it is. */
export async function assignAgreements(tx: Tx, scope: Scope, { id, version, agreementIds, now }: Assignment): Promise<AssignResult> {
  const register = breachRecords(tx, scope);
  const found = await register.find(id);
  if (!found) return { ok: false, reason: "not-found" };
  const offered = (await register.agreementsWith(found.registerId)).map((one) => one.id);
  if (agreementIds.some((one) => !offered.includes(one))) return { ok: false, reason: "other-processor" };
  if (found.agreements.some((tie) => tie.supervisionId !== null && !agreementIds.includes(tie.agreementId))) return { ok: false, reason: "matched" };
  const before = found.agreements.map(({ agreementId }) => agreementId);
  const done = await changeRecord(tx, scope, id, version, { data: {}, action: "breach.assigned", detail: { agreementIds } });
  if (!done.ok) return done;
  await lockAgreements(tx, scope, [...before, ...agreementIds]);
  await register.untie([id, ...found.folded.map((one) => one.id)], agreementIds, now);
  for (const agreementId of before.filter((one) => !agreementIds.includes(one))) await syncLateNotices(tx, scope, agreementId, now);
  for (const agreementId of agreementIds.filter((one) => !before.includes(one))) {
    await register.tie(id, agreementId);
    await followBreach(tx, scope, { agreementId, recordId: id, title: found.title, now });
  }
  return { ok: true };
}
