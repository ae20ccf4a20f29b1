import { record } from "#app/audit/record.server.ts";
import { forbidden } from "#app/auth/refusals.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { mayWork } from "../may.ts";
import type { RoundFields } from "./round-form.ts";
import { rounds } from "./rounds.server.ts";

export type SaveRoundResult = { ok: true } | { ok: false; reason: "not-found" | "not-draft" | "changed-meanwhile" };

/** Keeps title, due date, language and message of a round in draft. */
export async function saveRound(tx: Tx, scope: Scope, roundId: string, version: number, fields: RoundFields): Promise<SaveRoundResult> {
  if (!mayWork(scope)) forbidden();
  const mine = rounds(tx, scope);
  if (!(await mine.change(roundId, version, fields))) {
    const found = await mine.find(roundId);
    if (!found) return { ok: false, reason: "not-found" };
    return { ok: false, reason: found.state === "draft" ? "changed-meanwhile" : "not-draft" };
  }
  await record(tx, scope, { action: "round.changed", subject: { type: "round", id: roundId }, detail: { title: fields.title, dueOn: fields.dueOn } });
  return { ok: true };
}
