import type { Router } from "express";
import { isRowId } from "#app/domain/identity/row-id.ts";
import { requireController } from "#app/auth/guard.server.ts";
import { notFound } from "#app/auth/refusals.ts";
import { streamDownload } from "#app/evidence/stream-download.server.ts";
import { ownStore } from "#app/storage/own-store.server.ts";
import { takePackage } from "#app/supervision/conclusion/take-package.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { guarded, guardRequest } from "./guarded.server.ts";

/** GET /packages/:packageId: a finished evidence package of the controller, streamed; every download stands in its trail. */
export function packageRoutes(router: Router): void {
  router.get("/packages/:packageId", guarded(async (req, res) => {
    const { scope } = await requireController(guardRequest(req));
    const { packageId } = req.params;
    if (!isRowId(packageId)) notFound();
    const file = await withTenant(scope, (tx) => takePackage(tx, scope, packageId));
    if (!file) notFound();
    await streamDownload(res, { store: ownStore(), ...file });
  }));
}
