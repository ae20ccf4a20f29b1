import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { findCatalogue } from "../built-in.ts";
import type { Catalogue } from "../catalogue-schema.ts";
import { ownCatalogues } from "./own-catalogues.server.ts";
import type { OwnCatalogue } from "./own-catalogues.server.ts";

/** A catalogue of the portal by its id, or a version of one of the organisation's own by its row; null when there is none. */
export async function loadCatalogue(tx: Tx, scope: Pick<Scope, "organisationId">, id: string): Promise<{ catalogue: Catalogue; own: OwnCatalogue | null; versions: OwnCatalogue[] } | null> {
  const builtIn = findCatalogue(id);
  if (builtIn) return { catalogue: builtIn, own: null, versions: [] };
  const register = ownCatalogues(tx, scope);
  const own = await register.find(id);
  return own ? { catalogue: own.content, own, versions: await register.versions(own.key) } : null;
}
