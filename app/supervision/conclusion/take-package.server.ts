import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";

/** What a download needs of a package. */
export type PackageFile = { name: string; mediaType: string; sha256: string; size: number; key: string };

/** A finished package of the controller in context, for downloading, which its trail notes each time; null when it is not there or not ready. */
export async function takePackage(tx: Tx, scope: Scope, packageId: string): Promise<PackageFile | null> {
  const found = await tx.package.findFirst({
    where: { id: packageId, controllerId: scope.organisationId, state: "ready" }, select: { name: true, storeKey: true, sha256: true, size: true, supervisionId: true },
  });
  if (!found) return null;
  const { name, sha256, storeKey: key, supervisionId } = found;
  await record(tx, scope, { action: "package.downloaded", subject: { type: "package", id: packageId }, supervisionId, detail: { sha256 } });
  return { name, sha256, key, size: Number(found.size), mediaType: "application/zip" };
}
