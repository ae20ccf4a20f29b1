import { finding } from "../findings/raised-finding.ts";
import type { RaisedFinding } from "../findings/raised-finding.ts";
import { hoursAndMinutes } from "./clock.ts";
import type { Disclosed, Reconciliation, Registered } from "./reconcile.ts";

const SOURCE = "Datatilsynet 2021, koncept 3, note 3; GDPR art. 33(2)";

/**
 * K3-10, both ways (Datatilsynet 2021, concept 3, note 3; domain.md K3-10). DISCLOSED-NOT-NOTIFIED: the register knows of no notice; less grave where the processor
 * says that it gave one, for it may have gone another way. NOTIFIED-NOT-DISCLOSED: it was notified in the time asked about, and is left out of the
 * answer. NOTIFIED-LATE: the notice came after the agreement's limit.
 */
export function raiseFromReconciliation({ matched, unnotified, undisclosed }: Reconciliation, question: string | null = null): RaisedFinding[] {
  const unknown = ({ ref, what, notifiedOn }: Disclosed): RaisedFinding => {
    const values = { breach: ref, what: what.slice(0, 160) };
    return finding({
      rule: "DISCLOSED-NOT-NOTIFIED", severity: notifiedOn === null ? "major" : "minor", source: SOURCE, question, values: notifiedOn === null ? values : { ...values, part: "claimed", claimedOn: notifiedOn },
    });
  };
  return [
    ...unnotified.map(({ disclosed }) => unknown(disclosed)),
    ...matched.filter(({ registered }) => registered.notifiedOn === null).map(({ disclosed }) => unknown({ ...disclosed, notifiedOn: null })),
    ...undisclosed.map(({ record, ref }) => finding({ rule: "NOTIFIED-NOT-DISCLOSED", severity: "minor", source: "Datatilsynet 2021, koncept 3", question, values: { record, breach: ref } })),
    ...[...matched.map(({ registered }) => registered), ...undisclosed].flatMap((one) => late(one, question)),
  ];
}

function late({ record, ref, clock, limit }: Registered, question: string | null): RaisedFinding[] {
  if (clock?.state !== "late" || clock.until === null) return [];
  const values = { record, breach: ref, limit: limit.value ?? 0, unit: limit.unit, ...hoursAndMinutes(clock.until.getTime() - clock.from.getTime()) };
  return [finding({ rule: "NOTIFIED-LATE", severity: "major", source: `Datatilsynet 2021, koncept 3, note 3; ${limit.source}`, question, values })];
}
