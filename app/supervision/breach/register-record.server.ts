import { processors } from "#app/agreement/processors.server.ts";
import { record } from "#app/audit/record.server.ts";
import { forbidden } from "#app/auth/refusals.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { lockAgreements } from "../finding/lock-agreement.server.ts";
import { mayWork } from "../may.ts";
import { breachRecords } from "./breach-records.server.ts";
import { followBreach } from "./follow-breach.server.ts";
import type { NewRecord } from "./record-form.ts";

export type RegisteredRecord = { ok: true; id: string } | { ok: false; reason: "processor" | "agreement" };

/** Enters a breach the controller learned of otherwise: from the press, by own experience, by telephone. */
export async function registerRecord(tx: Tx, scope: Scope, fields: NewRecord, now: Date): Promise<RegisteredRecord> {
  if (!mayWork(scope)) forbidden();
  const register = breachRecords(tx, scope);
  const { agreementIds, registerId, title, source } = fields;
  if (!(await processors(tx, scope).find(registerId))) return { ok: false, reason: "processor" };
  const offered = (await register.agreementsWith(registerId)).map((one) => one.id);
  if (agreementIds.some((one) => !offered.includes(one))) return { ok: false, reason: "agreement" };
  await lockAgreements(tx, scope, agreementIds);
  const { id } = await register.add({ ...fields, createdByName: scope.personName, createdAt: now });
  await record(tx, scope, { action: "breach.registered", subject: { type: "breach", id }, detail: { title, source } });
  for (const agreementId of agreementIds) await followBreach(tx, scope, { agreementId, recordId: id, title, now });
  return { ok: true, id };
}
