import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";

/** A file to be streamed: its key in the store, and what the bytes must be. */
export type EvidenceFile = { name: string; mediaType: string; sha256: string; size: number; key: string };

/** A file the organisation in context may see; null when there is none. Each download stands in its trail, and in the other party's once the file is released. */
export async function takeEvidence(tx: Tx, scope: Scope, evidenceId: string): Promise<EvidenceFile | null> {
  const row = await tx.evidence.findFirst({
    where: { id: evidenceId, OR: [{ removedAt: null }, { releasedAt: { not: null } }] },
    select: { name: true, mediaType: true, sha256: true, size: true, storeKey: true, supervisionId: true, releasedAt: true },
  });
  if (!row) return null;
  const { name, mediaType, sha256, storeKey: key, supervisionId } = row;
  await record(tx, scope, { action: "evidence.downloaded", subject: { type: "evidence", id: evidenceId }, supervisionId, shared: row.releasedAt !== null, detail: { sha256 } });
  return { name, mediaType, sha256, key, size: Number(row.size) };
}
