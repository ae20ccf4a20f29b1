import { checks } from "#app/agreement/check/checks.server.ts";
import type { Check } from "#app/agreement/check/checks.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import { missesOf } from "#app/domain/agreement-check/verdicts.ts";
import { inLanguage } from "#app/questionnaire/catalogues/catalogue-schema.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import type { Language } from "#app/text/language.ts";
import { findCheckCatalogue } from "./check-catalogue.server.ts";

/** One check in a list: how far it is, what it found, and the completed one before it against the same catalogue, where there is one. */
export type ListedCheck = {
  id: string; key: string; title: string; version: number; startedAt: string; startedByName: string; completed: Check["completed"];
  total: number; done: number; met: number; missed: number; notRelevant: number; previousId: string | null;
};

/** The checks of an agreement, newest first. */
export async function listChecks(tx: Tx, scope: Pick<Scope, "organisationId">, agreementId: string, language: Language): Promise<ListedCheck[]> {
  const all = await checks(tx, scope).ofAgreement(agreementId);
  const listed: ListedCheck[] = [];
  for (const [place, check] of all.entries()) {
    const catalogue = await findCheckCatalogue(tx, scope, check);
    const count = (verdict: string) => check.items.filter((one) => one.verdict === verdict).length;
    const previous = all.slice(place + 1).find((one) => one.catalogue === check.catalogue && one.completed !== null);
    listed.push({
      id: check.id, key: check.catalogue, title: catalogue ? inLanguage(catalogue.title, language) : check.catalogue, version: check.catalogueVersion, startedAt: check.startedAt,
      startedByName: check.startedByName, completed: check.completed, total: catalogue?.items.length ?? 0, done: check.items.length, met: count("met"),
      missed: missesOf(new Map(check.items.map(({ item, verdict }) => [item, verdict]))).length, notRelevant: count("not-relevant"), previousId: check.completed ? previous?.id ?? null : null,
    });
  }
  return listed;
}
