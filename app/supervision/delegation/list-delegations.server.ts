import type { Tx } from "#app/db/client.server.ts";
import type { FrozenQuestionnaire } from "#app/questionnaire/types.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import type { Language } from "#app/text/language.ts";
import type { Answering } from "../answering.server.ts";
import { listColleagues } from "./list-colleagues.server.ts";
import { openPages } from "./open-pages.server.ts";

/** A page and who has it; null: nobody in particular. */
export type PageView = { page: string; title: string; given: { personName: string; byName: string; note: string; at: string } | null };
/** The pages of a request as they are shared out, and who of the organisation one can be given to. */
export type Delegations = { pages: PageView[]; colleagues: { personId: string; name: string }[] };

/** How the processor in context has shared out the pages of a request that can be answered now. */
export async function listDelegations(tx: Tx, scope: Pick<Scope, "organisationId">, { frozen, answering }: { frozen: FrozenQuestionnaire; answering: Answering }, language: Language): Promise<Delegations> {
  const rows = await tx.delegation.findMany({ where: { supervisionId: answering.id, processorId: scope.organisationId, endedAt: null } });
  const byPage = new Map(rows.map((row) => [row.page, row]));
  const pages = openPages(frozen, answering).map(({ name, title }) => {
    const row = byPage.get(name);
    return { page: name, title: title[language], given: row ? { personName: row.personName, byName: row.delegatedByName, note: row.note, at: row.delegatedAt.toISOString() } : null };
  });
  return { pages, colleagues: (await listColleagues(tx, scope)).map(({ personId, name }) => ({ personId, name })) };
}
