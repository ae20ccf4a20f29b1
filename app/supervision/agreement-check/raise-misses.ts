import type { Check } from "#app/agreement/check/checks.server.ts";
import { gravityOf, missesOf } from "#app/domain/agreement-check/verdicts.ts";
import { finding } from "#app/domain/findings/raised-finding.ts";
import type { RaisedFinding } from "#app/domain/findings/raised-finding.ts";
import type { Catalogue } from "#app/questionnaire/catalogues/catalogue-schema.ts";
import { refOf, sourceOf } from "#app/questionnaire/catalogues/item-refs.ts";

/** The rule of what an agreement lacks by a completed check (GDPR art. 28(3); the source is the item's own). */
export const AGREEMENT_CHECK = "AGREEMENT-CHECK";

/** One finding for each item that a completed check found not met. */
export function raiseMisses({ items }: Pick<Check, "items">, catalogue: Catalogue): RaisedFinding[] {
  const missed = new Set(missesOf(new Map(items.map(({ item, verdict }) => [item, verdict]))));
  return catalogue.items.flatMap((item) => {
    const ref = refOf(catalogue, item);
    const decided = items.find((one) => one.item === ref);
    if (!missed.has(ref) || !decided) return [];
    const { text, critical, weight } = item;
    return [finding({
      rule: AGREEMENT_CHECK, severity: gravityOf({ critical, weight }), source: sourceOf(catalogue, item).source,
      values: { catalogue: catalogue.id, item: ref, itemDa: text.da, itemEn: text.en || text.da, reason: decided.reason, clause: decided.clause },
    })];
  });
}
