import { mayWrite } from "#app/agreement/may.ts";
import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import type { Catalogue } from "../catalogue-schema.ts";
import { changesNothing, diffCatalogues } from "../diff-catalogues.ts";
import { ownCatalogues } from "./own-catalogues.server.ts";

export type ImportedCatalogue = { ok: true; id: string; version: number } | { ok: false; reason: "role" | "conflict" | "unchanged" };

/** Adds a catalogue that was previewed as the next version after `base` (0: the first); a version that came meanwhile is a conflict. */
export async function importCatalogue(tx: Tx, scope: Scope, catalogue: Catalogue, { base, fileName, at }: { base: number; fileName: string; at: Date }): Promise<ImportedCatalogue> {
  if (!mayWrite(scope)) return { ok: false, reason: "role" };
  const own = ownCatalogues(tx, scope);
  const [before] = await own.versions(catalogue.id);
  if ((before?.version ?? 0) !== base) return { ok: false, reason: "conflict" };
  if (before && !before.retired && changesNothing(diffCatalogues(before.content, catalogue))) return { ok: false, reason: "unchanged" };
  const version = base + 1;
  const id = await own.add({ ...catalogue, standing: "own", version }, fileName, scope, at);
  if (id === null) return { ok: false, reason: "conflict" };
  await record(tx, scope, { action: "catalogue.imported", subject: { type: "catalogue", id }, detail: { key: catalogue.id, version, items: catalogue.items.length } });
  return { ok: true, id, version };
}
