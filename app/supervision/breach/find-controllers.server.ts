import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { isFound } from "./is-found.ts";
import { ownBreaches } from "./own-breaches.server.ts";

/** The controllers the processor may notify whose name holds what is looked for. */
export async function findControllers(tx: Tx, scope: Pick<Scope, "organisationId">, query: string): Promise<{ id: string; name: string }[]> {
  return (await ownBreaches(tx, scope).controllers()).filter(({ name }) => isFound(name, query));
}
