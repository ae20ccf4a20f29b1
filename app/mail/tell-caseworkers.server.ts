import type { Tx } from "#app/db/client.server.ts";
import { jobScope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import type { Language } from "#app/text/language.ts";
import { queueMail } from "./queue-mail.server.ts";

type Colleague = { personId: string; name: string; email: string; language: Language };

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

/** Disabled people have no language and get no mail. */
async function colleagues(tx: Tx, organisationId: string, openedById: string | null): Promise<Colleague[]> {
  const all = await tx.membership.findMany({
    where: { organisationId, active: true, roles: { hasSome: ["caseworker", "dpo"] } },
    select: { personId: true, name: true, email: true, roles: true },
    orderBy: { createdAt: "asc" },
  });
  const languages = new Map((await tx.$queryRaw<{ person_id: string; language: Language }[]>`select person_id, language from app.member_languages()`).map((row) => [row.person_id, row.language]));
  const reachable = all.flatMap((one) => {
    const language = languages.get(one.personId);
    return language ? [{ ...one, language }] : [];
  });
  const opener = reachable.filter((one) => one.personId === openedById);
  const caseworkers = reachable.filter((one) => one.roles.includes("caseworker"));
  return opener.length > 0 ? opener : caseworkers.length > 0 ? caseworkers : reachable;
}
