import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { versions } from "./versions.server.ts";
import type { VersionFile } from "./versions.server.ts";

/** The signed contract of a version of the controller's; null when there is none. Each download stands in the trail. */
export async function takeContract(tx: Tx, scope: Scope, versionId: string): Promise<VersionFile | null> {
  const found = await versions(tx, scope).findFile(versionId);
  if (!found?.file) return null;
  const { sha256, name } = found.file;
  await record(tx, scope, { action: "version.file-downloaded", subject: { type: "agreement", id: found.agreementId }, detail: { contractVersion: found.number, name, sha256 } });
  return found.file;
}
