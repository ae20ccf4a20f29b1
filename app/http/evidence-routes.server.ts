import type { Request as ExpressRequest, Router } from "express";
import { isRowId } from "#app/domain/identity/row-id.ts";
import { requireMember, requireProcessor } from "#app/auth/guard.server.ts";
import { notFound } from "#app/auth/refusals.ts";
import { receiveUpload } from "#app/evidence/receive-upload.server.ts";
import { streamDownload } from "#app/evidence/stream-download.server.ts";
import { takeEvidence } from "#app/evidence/take-evidence.server.ts";
import { paths, streamedPaths } from "#app/paths.ts";
import { ownStore } from "#app/storage/own-store.server.ts";
import { findingOfPlace } from "#app/supervision/finding/finding-place.server.ts";
import { handInFile, placeInStore, takesFiles } from "#app/supervision/hand-in-file.server.ts";
import { ANSWERERS } from "#app/supervision/may.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { flash } from "#app/ui/flash.server.ts";
import { guarded, guardRequest, wantsData } from "./guarded.server.ts";

const statusOf = { "not-found": 404, "unknown-question": 404, locked: 423, "too-many": 409 } as const;

/** Hands a file in at a place of the questionnaire: asked first, then read straight into quarantine, judged, kept, and entered. */
async function upload(scope: Scope, { supervisionId, asked }: { supervisionId: string; asked: string | null }, req: ExpressRequest) {
  const place = await withTenant(scope, (tx) => takesFiles(tx, scope, supervisionId, asked), { readOnly: true });
  if (!place.ok) {
    req.resume();
    return { status: statusOf[place.reason], reason: place.reason };
  }
  const store = ownStore();
  const outcome = await receiveUpload(req, {
    store,
    onFile: async (file, fields) => {
      const question = asked ?? fields.question ?? "";
      // Kept before it is entered: a row never names bytes that are not there.
      await store.promote(file.key, placeInStore(scope, file), { sha256: file.sha256 });
      const entered = await withTenant(scope, (tx) => handInFile(tx, scope, supervisionId, question, file));
      return entered.ok ? { status: 201 as const, file: { id: entered.id, name: file.name, size: file.size, sha256: file.sha256, href: streamedPaths.evidence(entered.id) } } : { status: statusOf[entered.reason], reason: entered.reason };
    },
  });
  return outcome.ok ? outcome.value : { status: outcome.status, reason: outcome.reason };
}

/** POST /inbox/:supervisionId/evidence?question= and GET /evidence/:evidenceId. Each guards itself. */
export function evidenceRoutes(router: Router): void {
  router.post("/inbox/:supervisionId/evidence", guarded(async (req, res) => {
    const { scope } = await requireProcessor(guardRequest(req), ...ANSWERERS);
    const { supervisionId } = req.params;
    if (!isRowId(supervisionId)) notFound();
    const { searchParams } = new URL(req.originalUrl, "http://portal");
    const asked = searchParams.get("question");
    const done = await upload(scope, { supervisionId, asked }, req);
    if (wantsData(req)) return void res.status(done.status).json("file" in done ? done.file : { reason: done.reason });
    if (done.status === 404) return void res.status(404).json({ reason: "not-found" });
    const text = "file" in done ? "evidence:upload.done" : `evidence:upload.refused.${done.reason}`;
    res.set(flash({ tone: "file" in done ? "ok" : "late", text }));
    const findingId = findingOfPlace(asked ?? "");
    res.redirect(303, findingId === null ? paths.answer(supervisionId) : paths.inboxFinding(supervisionId, findingId));
  }));

  router.get("/evidence/:evidenceId", guarded(async (req, res) => {
    const { scope } = await requireMember(guardRequest(req));
    const { evidenceId } = req.params;
    if (!isRowId(evidenceId)) notFound();
    const file = await withTenant(scope, (tx) => takeEvidence(tx, scope, evidenceId));
    if (!file) notFound();
    await streamDownload(res, { store: ownStore(), ...file });
  }));
}
