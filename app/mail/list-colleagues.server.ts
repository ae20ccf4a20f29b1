import type { Tx } from "#app/db/client.server.ts";
import type { Language } from "#app/text/language.ts";

/** Somebody of the organisation in context who can be written to. */
export type Colleague = { personId: string; name: string; email: string; roles: string[]; language: Language };

/** The caseworkers and DPOs of the organisation in context, longest there first. Disabled people have no language and get no mail. */
export async function listColleagues(tx: Tx, organisationId: string): Promise<Colleague[]> {
  const all = await tx.membership.findMany({
    where: { organisationId, active: true, roles: { hasSome: ["caseworker", "dpo"] } },
    select: { personId: true, name: true, email: true, roles: true },
    orderBy: { createdAt: "asc" },
  });
  const languages = new Map((await tx.$queryRaw<{ person_id: string; language: Language }[]>`select person_id, language from app.member_languages()`).map((row) => [row.person_id, row.language]));
  return all.flatMap((one) => {
    const language = languages.get(one.personId);
    return language ? [{ ...one, language }] : [];
  });
}
