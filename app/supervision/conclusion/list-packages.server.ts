import type { Tx } from "#app/db/client.server.ts";
import type { SupervisionState } from "#app/domain/lifecycle/supervision-state.ts";
import type { Scope } from "#app/tenancy/scope.ts";

export type PackageView = { id: string; state: "building" | "ready" | "failed"; name: string; size: number; sha256: string; language: string; byName: string; at: string };

/** The evidence packages of one supervision of the controller in context, newest first; null when there is no such supervision. */
export async function listPackages(tx: Tx, scope: Pick<Scope, "organisationId">, supervisionId: string) {
  const found = await tx.supervision.findUnique({
    where: { id: supervisionId, controllerId: scope.organisationId },
    select: { id: true, title: true, state: true, processorName: true, packages: { orderBy: { createdAt: "desc" } } },
  });
  if (!found) return null;
  const packages = found.packages.map(({ id, state, name, size, sha256, language, requestedByName, createdAt }): PackageView => ({
    id, state: state as PackageView["state"], name, size: Number(size), sha256, language, byName: requestedByName, at: createdAt.toISOString(),
  }));
  const state = found.state as SupervisionState;
  return { id: found.id, title: found.title, processorName: found.processorName, state, concluded: state === "concluded" || state === "archived", packages };
}
