import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { contentDifferences } from "./contract-content.ts";
import type { ContractContent } from "./contract-content.ts";
import { loadContent } from "./load-content.server.ts";
import { mayWrite } from "./may.ts";
import { versions } from "./versions.server.ts";
import type { VersionSaid } from "./versions.server.ts";

export type RecordedVersion = { ok: true; number: number } | { ok: false; reason: "role" | "not-found" | "conflict" | "changed" };

/** Records what the agreement says now as its version of that number; "conflict" when a colleague recorded one meanwhile, "changed" when what it says now is not what was seen. */
export async function recordVersion(tx: Tx, scope: Scope, agreementId: string, { number, isSeen, ...said }: VersionSaid & { number: number; isSeen?: (content: ContractContent) => boolean }): Promise<RecordedVersion> {
  if (!mayWrite(scope)) return { ok: false, reason: "role" };
  const content = await loadContent(tx, scope, agreementId);
  if (!content) return { ok: false, reason: "not-found" };
  if (isSeen && !isSeen(content)) return { ok: false, reason: "changed" };
  const register = versions(tx, scope);
  const last = (await register.list(agreementId))[0];
  if (number !== (last?.number ?? 0) + 1 || !(await register.add(agreementId, number, said, content))) return { ok: false, reason: "conflict" };
  const changed = last ? contentDifferences(last.content, content) : [];
  await record(tx, scope, { action: "version.recorded", subject: { type: "agreement", id: agreementId }, detail: { contractVersion: number, label: said.label, signedOn: said.signedOn, changed } });
  return { ok: true, number };
}
