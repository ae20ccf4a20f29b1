import { record } from "#app/audit/record.server.ts";
import { forbidden } from "#app/auth/refusals.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { mayWork } from "../may.ts";
import { breachRecords } from "./breach-records.server.ts";
import type { StoredRecord } from "./record-parts.server.ts";

export type ChangedRecord = { ok: true; before: StoredRecord } | { ok: false; reason: "not-found" | "conflict" };
/** What is stored and how the trail says it. */
export type RecordChange = { data: Prisma.BreachRecordUncheckedUpdateManyInput; action: string; detail?: Record<string, unknown> };

/** Changes a record that still has the expected version, with its line in the trail. Every decision on a breach is stored through this. */
export async function changeRecord(tx: Tx, scope: Scope, id: string, version: number, { data, action, detail = {} }: RecordChange): Promise<ChangedRecord> {
  if (!mayWork(scope)) forbidden();
  const register = breachRecords(tx, scope);
  const before = await register.find(id);
  if (!before) return { ok: false, reason: "not-found" };
  if (!(await register.change(id, version, data))) return { ok: false, reason: "conflict" };
  await record(tx, scope, { action, subject: { type: "breach", id }, detail: { title: before.title, ...detail } });
  return { ok: true, before };
}
