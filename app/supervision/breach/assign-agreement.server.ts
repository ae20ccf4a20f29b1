import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { breachRecords } from "./breach-records.server.ts";
import { changeRecord } from "./change-record.server.ts";
import { followBreach } from "./follow-breach.server.ts";
import { syncLateNotices } from "./sync-late-notices.server.ts";

export type AssignResult = { ok: true } | { ok: false; reason: "not-found" | "conflict" | "other-processor" | "matched" };

/** Says under which agreement with the same processor a breach falls; null takes it off. What is matched with a disclosed breach stays where it is. */
export async function assignAgreement(tx: Tx, scope: Scope, { id, version, agreementId, now }: { id: string; version: number; agreementId: string | null; now: Date }): Promise<AssignResult> {
  const register = breachRecords(tx, scope);
  const found = await register.find(id);
  if (found && agreementId !== null && !(await register.agreementsWith(found.registerId)).some((one) => one.id === agreementId)) return { ok: false, reason: "other-processor" };
  if (found?.supervisionId && found.agreementId !== agreementId) return { ok: false, reason: "matched" };
  const done = await changeRecord(tx, scope, id, version, { data: { agreementId }, action: "breach.assigned", detail: { agreementId } });
  if (!done.ok) return done;
  const { before } = done;
  if (before.agreementId !== null && before.agreementId !== agreementId) await syncLateNotices(tx, scope, before.agreementId, now);
  if (agreementId !== null) await followBreach(tx, scope, { agreementId, recordId: id, title: before.title, now });
  return { ok: true };
}
