import { record } from "#app/audit/record.server.ts";
import { forbidden } from "#app/auth/refusals.ts";
import type { Tx } from "#app/db/client.server.ts";
import { enqueue } from "#app/jobs/enqueue.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { mayAnswer } from "../may.ts";
import { breachContent, changedFields } from "./breach-content.ts";
import { contentOf } from "./content-of.ts";
import { ownBreaches } from "./own-breaches.server.ts";

/** `version`: what was read when the controllers were picked. */
export type NotifyInput = { breachId: string; version: number; controllerIds: readonly string[]; at: Date };
export type NotifyResult = { ok: true; told: number; already: boolean } | { ok: false; reason: "not-found" | "conflict" | "nobody" | "not-yours" };

/**
 * Tells controllers of a breach as it stands now: one numbered, frozen notice each, which stands in their own register at once (a trigger
 * sees to it), and a job that calls their people in. Who has been told just this is not told again, so a second click changes nothing.
 */
export async function notifyControllers(tx: Tx, scope: Scope, { breachId, version, controllerIds, at }: NotifyInput): Promise<NotifyResult> {
  if (!mayAnswer(scope)) forbidden();
  const register = ownBreaches(tx, scope);
  await register.lock(breachId);
  const found = await register.find(breachId);
  if (!found) return { ok: false, reason: "not-found" };
  const chosen = [...new Set(controllerIds)];
  if (chosen.length === 0) return { ok: false, reason: "nobody" };
  const known = new Map((await register.controllers()).map(({ id, name }) => [id, name]));
  if (chosen.some((id) => !known.has(id))) return { ok: false, reason: "not-yours" };
  if (found.version !== version) return { ok: false, reason: "conflict" };
  const content = contentOf(found);
  const lastTo = (controllerId: string) => found.notices.filter((notice) => notice.controllerId === controllerId).at(-1);
  const untold = chosen.filter((id) => { const last = lastTo(id); return !last || changedFields(breachContent.parse(last.content), content).length > 0; });
  for (const controllerId of untold) {
    const number = (lastTo(controllerId)?.number ?? 0) + 1;
    const notice = await tx.breachNotice.create({
      data: { breachId, processorId: scope.organisationId, controllerId, processorName: scope.organisationName, number, content, sentByName: scope.personName, sentAt: at },
      select: { id: true },
    });
    await record(tx, scope, { action: "breach.notified", subject: { type: "breach", id: breachId }, detail: { title: found.title, notice: number, controller: known.get(controllerId) } });
    await enqueue(tx, "breach-notified", { organisationId: controllerId, noticeId: notice.id });
  }
  return { ok: true, told: untold.length, already: untold.length === 0 };
}
