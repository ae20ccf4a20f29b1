import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import type { Language } from "#app/text/language.ts";
import { ANSWERERS } from "../may.ts";

/** Somebody of the organisation who may answer. */
export type Colleague = { personId: string; name: string; email: string; language: Language };

/** The active members of the organisation in context who may answer, oneself among them, by name. People who are disabled have no language and are left out. */
export async function listColleagues(tx: Tx, scope: Pick<Scope, "organisationId">): Promise<Colleague[]> {
  const members = await tx.membership.findMany({
    where: { organisationId: scope.organisationId, active: true, roles: { hasSome: [...ANSWERERS] } },
    select: { personId: true, name: true, email: true },
    orderBy: [{ name: "asc" }, { personId: "asc" }],
  });
  const languages = new Map((await tx.$queryRaw<{ person_id: string; language: Language }[]>`select person_id, language from app.member_languages()`).map((row) => [row.person_id, row.language]));
  return members.flatMap((one) => {
    const language = languages.get(one.personId);
    return language ? [{ ...one, language }] : [];
  });
}
