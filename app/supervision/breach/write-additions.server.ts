import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { changeRecord } from "./change-record.server.ts";
import type { ChangedRecord } from "./change-record.server.ts";

/** The controller's own words on a breach, and when it became aware itself, from which its own time runs. */
export function writeAdditions(tx: Tx, scope: Scope, id: string, { version, notes, awareAt }: { version: number; notes: string; awareAt: Date }): Promise<ChangedRecord> {
  return changeRecord(tx, scope, id, version, { data: { notes, awareAt }, action: "breach.additions-changed" });
}
