import { record } from "#app/audit/record.server.ts";
import { forbidden } from "#app/auth/refusals.ts";
import type { Tx } from "#app/db/client.server.ts";
import { enqueue } from "#app/jobs/enqueue.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { lockCase } from "../assessment/lock-case.server.ts";
import { mayConclude } from "../may.ts";

export type PackageResult = { ok: true; packageId: string } | { ok: false; reason: "not-concluded" };

/** Asks for the evidence package of a concluded supervision; one that is being built is not asked for twice. */
export async function requestPackage(tx: Tx, scope: Scope, { supervisionId, language }: { supervisionId: string; language: "da" | "en" }): Promise<PackageResult> {
  if (!mayConclude(scope)) throw forbidden();
  await lockCase(tx, supervisionId);
  const found = await tx.supervision.findFirst({ where: { id: supervisionId, controllerId: scope.organisationId, state: { in: ["concluded", "archived"] } }, select: { id: true } });
  if (!found) return { ok: false, reason: "not-concluded" };
  const building = await tx.package.findFirst({ where: { supervisionId, state: "building" }, select: { id: true } });
  if (building) return { ok: true, packageId: building.id };
  const data = { supervisionId, controllerId: scope.organisationId, language, requestedById: scope.personId, requestedByName: scope.personName };
  const { id } = await tx.package.create({ data, select: { id: true } });
  await record(tx, scope, { action: "package.requested", subject: { type: "package", id }, supervisionId });
  await enqueue(tx, "build-package", { organisationId: scope.organisationId, packageId: id }, id);
  return { ok: true, packageId: id };
}
