import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { mayWrite } from "./may.ts";
import { versions } from "./versions.server.ts";
import type { VersionFile } from "./versions.server.ts";

export type ContractPlace = { ok: true; agreementId: string } | { ok: false; reason: "not-found" | "role" } | { ok: false; reason: "has-file"; agreementId: string };

/** Whether a version takes its signed contract now, before the first byte is read. */
export async function takesContract(tx: Tx, scope: Scope, versionId: string): Promise<ContractPlace> {
  const found = await versions(tx, scope).findFile(versionId);
  if (!found) return { ok: false, reason: "not-found" };
  if (!mayWrite(scope)) return { ok: false, reason: "role" };
  const { agreementId } = found;
  return found.file ? { ok: false, reason: "has-file", agreementId } : { ok: true, agreementId };
}

/** Enters the signed contract of a version, whose bytes lie where `file.key` says. It is put in once and stays. */
export async function attachContract(tx: Tx, scope: Scope, versionId: string, file: VersionFile): Promise<ContractPlace> {
  const place = await takesContract(tx, scope, versionId);
  if (!place.ok) return place;
  if (!(await versions(tx, scope).putFile(versionId, file))) return { ok: false, reason: "has-file", agreementId: place.agreementId };
  const { name, size, sha256 } = file;
  await record(tx, scope, { action: "version.file-added", subject: { type: "agreement", id: place.agreementId }, detail: { name, size, sha256 } });
  return place;
}
