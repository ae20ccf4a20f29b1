import { record } from "#app/audit/record.server.ts";
import { forbidden } from "#app/auth/refusals.ts";
import type { Tx } from "#app/db/client.server.ts";
import { mayReportDone } from "#app/domain/findings/finding-state.ts";
import { enqueue } from "#app/jobs/enqueue.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { mayAnswer } from "../may.ts";
import { takeTurn } from "../take-turn.server.ts";
import { findOwnFinding, placeOfFinding } from "./finding-place.server.ts";

/** `body`: what was done; the files handed in at the finding go with it. */
export type ReportInput = { supervisionId: string; findingId: string; body: string; at: Date };
export type ReportResult = { ok: true } | { ok: false; reason: "not-found" | "already" | "closed" | "needs-text" };

/** One file of a report, as the report keeps it. */
export type ReportedFile = { id: string; name: string; mediaType: string; size: number; sha256: string };

/**
 * The processor's word that a measure is done: kept with its files, which are released to the controller; a trigger moves the finding on.
 * It is for the controller to see that the measure works. A second click finds it reported already.
 */
export async function reportDone(tx: Tx, scope: Scope, { supervisionId, findingId, body, at }: ReportInput): Promise<ReportResult> {
  if (!mayAnswer(scope)) throw forbidden();
  await takeTurn(tx, supervisionId);
  const found = await findOwnFinding(tx, scope, supervisionId, findingId);
  if (!found) return { ok: false, reason: "not-found" };
  if (!mayReportDone(found.state)) return { ok: false, reason: found.state === "reported-done" ? "already" : "closed" };
  if (body.trim() === "") return { ok: false, reason: "needs-text" };
  const files = await tx.evidence.findMany({
    where: { supervisionId, question: placeOfFinding(findingId), removedAt: null, releasedAt: null }, orderBy: [{ uploadedAt: "asc" }, { id: "asc" }],
    select: { id: true, name: true, mediaType: true, size: true, sha256: true },
  });
  const evidence = files.map((file): ReportedFile => ({ ...file, size: Number(file.size) }));
  await tx.evidence.updateMany({ where: { id: { in: evidence.map(({ id }) => id) }, releasedAt: null }, data: { releasedAt: at } });
  const { id } = await tx.findingReport.create({
    data: { findingId, controllerId: found.controllerId, processorId: scope.organisationId, body: body.trim(), evidence, reportedById: scope.personId, reportedByName: scope.personName, reportedAt: at },
    select: { id: true },
  });
  await record(tx, scope, { action: "finding.reported-done", subject: { type: "finding", id: findingId }, supervisionId, shared: true, detail: { rule: found.rule, files: evidence.length } });
  await enqueue(tx, "notify-controller", { organisationId: found.controllerId, supervisionId, kind: "measure-reported", sourceId: id, findingId });
  return { ok: true };
}
