import { jobScope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { listColleagues } from "./list-colleagues.server.ts";
import { queueMail } from "./queue-mail.server.ts";
import { whoToTell } from "./who-to-tell.ts";

/**
 * Tells the controller's people that the processor has moved: the one who opened the supervision; if that person is no longer there, every
 * caseworker. One mail each per `sourceId`. Returns how many were written.
 */
export async function tellCaseworkers(fact: { organisationId: string; supervisionId: string; kind: "submission-received" | "clarification-answered" | "measure-reported"; sourceId: string; findingId?: string }): Promise<number> {
  const { organisationId, supervisionId, kind, sourceId, findingId } = fact;
  return withTenant(jobScope(organisationId, "controller"), async (tx) => {
    const supervision = await tx.supervision.findFirst({
      where: { id: supervisionId, controllerId: organisationId },
      select: { title: true, controllerName: true, processorName: true, caseFile: { select: { openedById: true } } },
    });
    if (!supervision) return 0;
    const values = { controller: supervision.controllerName, processor: supervision.processorName, title: supervision.title };
    let written = 0;
    for (const one of whoToTell(await listColleagues(tx, organisationId), supervision.caseFile?.openedById ?? null)) {
      const id = await queueMail(tx, { organisationId }, { kind, dedupeKey: `${kind}:${sourceId}:${one.personId}`, to: one, language: one.language, values, supervisionId, findingId });
      if (id !== null) written += 1;
    }
    return written;
  });
}
