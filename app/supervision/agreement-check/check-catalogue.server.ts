import type { Tx } from "#app/db/client.server.ts";
import { findCatalogue } from "#app/questionnaire/catalogues/built-in.ts";
import type { Catalogue } from "#app/questionnaire/catalogues/catalogue-schema.ts";
import { ownCatalogues } from "#app/questionnaire/catalogues/own/own-catalogues.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";

/** The catalogues of the portal that say what an agreement is to hold (domain.md §3.1, §3.2). */
export const CHECKED_AGAINST = ["guide-2021", "absalon-2019"] as const;

/** A catalogue an agreement can be held against; `key` is how a check names it. */
export type CheckCatalogue = { key: string; catalogue: Catalogue };

/** What agreements of the organisation can be checked against now: the authority's demands, Absalon's checklist, and its own catalogues in use. */
export async function listCheckCatalogues(tx: Tx, scope: Pick<Scope, "organisationId">): Promise<CheckCatalogue[]> {
  const builtIn = CHECKED_AGAINST.flatMap((key) => { const catalogue = findCatalogue(key); return catalogue ? [{ key, catalogue }] : []; });
  return [...builtIn, ...(await ownCatalogues(tx, scope).newest()).map(({ key, content }) => ({ key: `own:${key}`, catalogue: content }))];
}

type Named = { catalogue: string; catalogueVersion: number };

/** The catalogue a check was started with, in the version it had then; null when it is not there. */
export async function findCheckCatalogue(tx: Tx, scope: Pick<Scope, "organisationId">, named: Named): Promise<Catalogue | null> {
  return findCatalogue(named.catalogue) ?? (await findOwn(tx, scope, named))?.content ?? null;
}

/** What the address of that catalogue's page names. */
export async function pageOfCatalogue(tx: Tx, scope: Pick<Scope, "organisationId">, named: Named): Promise<string> {
  return findCatalogue(named.catalogue)?.id ?? (await findOwn(tx, scope, named))?.id ?? "";
}

async function findOwn(tx: Tx, scope: Pick<Scope, "organisationId">, { catalogue: key, catalogueVersion }: Named) {
  const versions = await ownCatalogues(tx, scope).versions(key.replace(/^own:/, ""));
  return versions.find(({ version }) => version === catalogueVersion);
}
