import { checks } from "#app/agreement/check/checks.server.ts";
import type { Check, DecidedItem } from "#app/agreement/check/checks.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import { inLanguage } from "#app/questionnaire/catalogues/catalogue-schema.ts";
import { refOf } from "#app/questionnaire/catalogues/item-refs.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import type { Language } from "#app/text/language.ts";
import { findCheckCatalogue } from "./check-catalogue.server.ts";

type Said = Pick<DecidedItem, "verdict" | "reason" | "clause">;
/** One item in two checks; null where a check had not decided it, or its catalogue did not have it. */
export type ComparedItem = { ref: string; id: string; text: string; before: Said | null; after: Said | null; differs: boolean };
export type ComparedChecks = { agreement: { id: string; title: string }; title: string; before: Face; after: Face; items: ComparedItem[] };
type Face = { id: string; startedAt: string; completedAt: string | null; version: number };

/** Two checks of the same agreement against the same catalogue, item by item: `withId`, else the completed one before. Null when there is nothing to compare. */
export async function compareChecks(tx: Tx, scope: Pick<Scope, "organisationId">, checkId: string, withId: string | null, language: Language): Promise<ComparedChecks | null> {
  const register = checks(tx, scope);
  const after = await register.find(checkId);
  if (!after) return null;
  const same = (await register.ofAgreement(after.agreementId)).filter((one) => one.catalogue === after.catalogue && one.id !== after.id);
  const before = withId ? same.find(({ id }) => id === withId) : same.find((one) => one.completed !== null && one.startedAt <= after.startedAt);
  const catalogue = await findCheckCatalogue(tx, scope, after);
  const earlier = before && (await findCheckCatalogue(tx, scope, before));
  if (!before || !catalogue || !earlier) return null;
  const said = ({ items }: Check, ref: string): Said | null => {
    const found = items.find(({ item }) => item === ref);
    return found ? { verdict: found.verdict, reason: found.reason, clause: found.clause } : null;
  };
  const known = new Set(catalogue.items.map(({ id }) => id));
  const items = [...catalogue.items, ...earlier.items.filter(({ id }) => !known.has(id))].map((item): ComparedItem => {
    const ref = refOf(catalogue, item);
    const [was, is] = [said(before, ref), said(after, ref)];
    return { ref, id: item.id, text: inLanguage(item.text, language), before: was, after: is, differs: JSON.stringify(was) !== JSON.stringify(is) };
  });
  const face = (one: Check): Face => ({ id: one.id, startedAt: one.startedAt, completedAt: one.completed?.at ?? null, version: one.catalogueVersion });
  return { agreement: { id: after.agreementId, title: after.agreement.title }, title: inLanguage(catalogue.title, language), before: face(before), after: face(after), items };
}
