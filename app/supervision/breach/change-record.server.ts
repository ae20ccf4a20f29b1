import { record } from "#app/audit/record.server.ts";
import { forbidden } from "#app/auth/refusals.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { mayWork } from "../may.ts";
import type { WholeRecord } from "./as-one.ts";
import { breachRecords } from "./breach-records.server.ts";

export type ChangedRecord<Refusal extends string = never> = { ok: true; before: WholeRecord } | { ok: false; reason: "not-found" | "conflict" | Refusal };
/** What is stored and how the trail says it; or why it is not. */
export type RecordChange = { data: Prisma.BreachRecordUncheckedUpdateManyInput; action: string; detail?: Record<string, unknown> };
type Judge<Refusal extends string> = (before: WholeRecord) => RecordChange | Refusal;

/** Changes a record that still has the expected version, with its line in the trail. Every decision on a breach is stored through this. */
export async function changeRecord<Refusal extends string = never>(tx: Tx, scope: Scope, id: string, version: number, change: RecordChange | Judge<Refusal>): Promise<ChangedRecord<Refusal>> {
  if (!mayWork(scope)) forbidden();
  const register = breachRecords(tx, scope);
  const before = await register.find(id);
  if (!before) return { ok: false, reason: "not-found" };
  if (before.version !== version) return { ok: false, reason: "conflict" };
  const judged = typeof change === "function" ? change(before) : change;
  if (typeof judged === "string") return { ok: false, reason: judged };
  const { data, action, detail = {} } = judged;
  if (!(await register.change(id, version, data))) return { ok: false, reason: "conflict" };
  await record(tx, scope, { action, subject: { type: "breach", id }, detail: { title: before.title, ...detail } });
  return { ok: true, before };
}

/** What a decision says otherwise than the one before it, as the trail keeps it: both, since the record shows the last word only. */
export function fromTo(fields: Readonly<Record<string, readonly [before: string | boolean | Date | null, after: string | boolean | Date | null]>>): Record<string, unknown> {
  const said = (value: string | boolean | Date | null) => (value instanceof Date ? value.toISOString() : value);
  return Object.fromEntries(Object.entries(fields).flatMap(([name, [before, after]]) => (said(before) === said(after) ? [] : [[name, { before: said(before), after: said(after) }]])));
}
