import type { Router } from "express";
import { attachContract, takesContract } from "#app/agreement/attach-contract.server.ts";
import { WRITERS } from "#app/agreement/may.ts";
import { takeContract } from "#app/agreement/take-contract.server.ts";
import { requireController } from "#app/auth/guard.server.ts";
import { notFound } from "#app/auth/refusals.ts";
import { isRowId } from "#app/domain/identity/row-id.ts";
import { receiveUpload } from "#app/evidence/receive-upload.server.ts";
import { streamDownload } from "#app/evidence/stream-download.server.ts";
import { paths } from "#app/paths.ts";
import { evidenceKey } from "#app/storage/object-keys.ts";
import { ownStore } from "#app/storage/own-store.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { flash } from "#app/ui/flash.server.ts";
import { guarded, guardRequest } from "./guarded.server.ts";

/** POST and GET /agreement-versions/:versionId/file: the signed contract of a version, put in once and streamed out. Each guards itself. */
export function contractRoutes(router: Router): void {
  router.post("/agreement-versions/:versionId/file", guarded(async (req, res) => {
    const { scope } = await requireController(guardRequest(req), ...WRITERS);
    const { versionId } = req.params;
    if (!isRowId(versionId)) notFound();
    const place = await withTenant(scope, (tx) => takesContract(tx, scope, versionId), { readOnly: true });
    if (!place.ok && place.reason !== "has-file") return notFound();
    const store = ownStore();
    const outcome = await receiveUpload(req, {
      store,
      onFile: async (file) => {
        const { name, mediaType, size, sha256 } = file;
        const key = evidenceKey(scope.organisationId, sha256);
        // Kept before it is entered: a row never names bytes that are not there.
        await store.promote(file.key, key, { sha256 });
        return withTenant(scope, (tx) => attachContract(tx, scope, versionId, { name, mediaType, size, sha256, key }));
      },
    });
    const done = outcome.ok && outcome.value.ok;
    const refusal = outcome.ok ? "has-file" : outcome.reason;
    const text = done ? "agreement:contract.fileDone" : refusal === "has-file" ? "agreement:contract.hasFile" : `evidence:upload.refused.${refusal}`;
    res.set(flash({ tone: done ? "ok" : "late", text }));
    res.redirect(303, paths.agreementVersions(place.agreementId));
  }));

  router.get("/agreement-versions/:versionId/file", guarded(async (req, res) => {
    const { scope } = await requireController(guardRequest(req));
    const { versionId } = req.params;
    if (!isRowId(versionId)) notFound();
    const file = await withTenant(scope, (tx) => takeContract(tx, scope, versionId));
    if (!file) notFound();
    await streamDownload(res, { store: ownStore(), ...file });
  }));
}
