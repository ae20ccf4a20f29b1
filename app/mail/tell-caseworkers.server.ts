import type { Tx } from "#app/db/client.server.ts";
import { jobScope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { listColleagues } from "./list-colleagues.server.ts";
import type { Colleague } from "./list-colleagues.server.ts";
import { queueMail } from "./queue-mail.server.ts";

/**
 * Tells the controller's people that the processor has moved: the one who opened the supervision; if that person is no longer there, every
 * caseworker. One mail each per `sourceId`. Returns how many were written.
 */
export async function tellCaseworkers(fact: { organisationId: string; supervisionId: string; kind: "submission-received" | "clarification-answered"; sourceId: string }): Promise<number> {
  const { organisationId, supervisionId, kind, sourceId } = fact;
  return withTenant(jobScope(organisationId, "controller"), async (tx) => {
    const supervision = await tx.supervision.findFirst({
      where: { id: supervisionId, controllerId: organisationId },
      select: { title: true, controllerName: true, processorName: true, caseFile: { select: { openedById: true } } },
    });
    if (!supervision) return 0;
    const values = { controller: supervision.controllerName, processor: supervision.processorName, title: supervision.title };
    let written = 0;
    for (const one of await colleagues(tx, organisationId, supervision.caseFile?.openedById ?? null)) {
      const id = await queueMail(tx, { organisationId }, { kind, dedupeKey: `${kind}:${sourceId}:${one.personId}`, to: one, language: one.language, values, supervisionId });
      if (id !== null) written += 1;
    }
    return written;
  });
}

async function colleagues(tx: Tx, organisationId: string, openedById: string | null): Promise<Colleague[]> {
  const reachable = await listColleagues(tx, organisationId);
  const opener = reachable.filter((one) => one.personId === openedById);
  const caseworkers = reachable.filter((one) => one.roles.includes("caseworker"));
  return opener.length > 0 ? opener : caseworkers.length > 0 ? caseworkers : reachable;
}
