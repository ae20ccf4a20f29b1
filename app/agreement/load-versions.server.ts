import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { contentDifferences } from "./contract-content.ts";
import type { ContentField, ContractContent } from "./contract-content.ts";
import { loadContent } from "./load-content.server.ts";
import { mayWrite } from "./may.ts";
import { processors } from "./processors.server.ts";
import { versions } from "./versions.server.ts";
import type { Version } from "./versions.server.ts";

/** What two contents say of the fields in which they differ. */
export type Change = { fields: ContentField[]; before: ContractContent; after: ContractContent };
export type VersionView = Omit<Version, "content" | "file"> & { file: { name: string; size: number } | null; change: Change | null };

/** An agreement's versions, newest first, each with what it changed, and what has changed since the newest. Null when the agreement is not there. */
export async function loadVersions(tx: Tx, scope: Scope, agreementId: string) {
  const now = await loadContent(tx, scope, agreementId);
  if (!now) return null;
  const found = await versions(tx, scope).list(agreementId);
  const names = (await processors(tx, scope).options()).map(({ id, name }) => ({ id, name }));
  const change = (before: ContractContent, after: ContractContent): Change => ({ fields: contentDifferences(before, after), before, after });
  const views = found.map(({ content, file, ...version }, place): VersionView => {
    const earlier = found[place + 1];
    return { ...version, file: file && { name: file.name, size: file.size }, change: earlier ? change(earlier.content, content) : null };
  });
  const newest = found[0];
  return { id: agreementId, title: now.fields.title, content: now, may: mayWrite(scope), signedOn: now.fields.signedOn, processors: names, versions: views, next: (newest?.number ?? 0) + 1, since: newest ? change(newest.content, now) : null };
}

export type LoadedVersions = NonNullable<Awaited<ReturnType<typeof loadVersions>>>;
