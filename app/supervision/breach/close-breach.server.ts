import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { breachRecords } from "./breach-records.server.ts";
import { changeRecord } from "./change-record.server.ts";

export type CloseResult = { ok: true } | { ok: false; reason: "not-found" | "conflict" | "undecided" | "not-informed" };

/** Closes a breach once the authority and the persons have been thought of, or opens it again (`at` null). */
export async function closeBreach(tx: Tx, scope: Scope, id: string, { version, at }: { version: number; at: Date | null }): Promise<CloseResult> {
  const found = await breachRecords(tx, scope).find(id);
  if (found && at !== null) {
    if (found.authorityDecision === "" || found.highRisk === null) return { ok: false, reason: "undecided" };
    if (found.highRisk && found.personsInformedAt === null) return { ok: false, reason: "not-informed" };
  }
  const done = await changeRecord(tx, scope, id, version, { data: { closedAt: at, ...(at === null ? {} : { renotifiedAt: null }) }, action: at === null ? "breach.reopened" : "breach.closed" });
  return done.ok ? { ok: true } : done;
}
