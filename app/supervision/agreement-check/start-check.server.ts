import { agreements } from "#app/agreement/agreements.server.ts";
import { checks } from "#app/agreement/check/checks.server.ts";
import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { lockAgreement } from "../finding/lock-agreement.server.ts";
import { mayWork } from "../may.ts";
import { listCheckCatalogues } from "./check-catalogue.server.ts";

export type StartedCheck = { ok: true; id: string; begun: "now" | "before" } | { ok: false; reason: "role" | "not-found" | "no-catalogue" };

/** Starts a check of an agreement against a catalogue; one that is under way against the same catalogue is gone on with. */
export async function startCheck(tx: Tx, scope: Scope, agreementId: string, key: string, at: Date): Promise<StartedCheck> {
  if (!mayWork(scope)) return { ok: false, reason: "role" };
  const agreement = await agreements(tx, scope).find(agreementId);
  if (!agreement || !(await lockAgreement(tx, scope, agreementId))) return { ok: false, reason: "not-found" };
  const found = (await listCheckCatalogues(tx, scope)).find((one) => one.key === key);
  if (!found) return { ok: false, reason: "no-catalogue" };
  const register = checks(tx, scope);
  const open = (await register.ofAgreement(agreementId)).find((one) => one.catalogue === key && one.completed === null);
  if (open) return { ok: true, id: open.id, begun: "before" };
  const id = await register.start({ agreementId, agreementVersion: agreement.version, catalogue: key, catalogueVersion: found.catalogue.version }, scope.personName, at);
  await record(tx, scope, { action: "check.started", subject: { type: "check", id }, detail: { agreementId, catalogue: key, version: found.catalogue.version } });
  return { ok: true, id, begun: "now" };
}
