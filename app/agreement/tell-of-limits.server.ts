import type { Tx } from "#app/db/client.server.ts";
import { enqueue } from "#app/jobs/enqueue.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";

/** Limits that breaches under the agreement are held against. */
const OF_NOTICES: readonly string[] = ["breach-notice", "incident-notice"];

/** Has the breaches under an agreement judged anew where one of these limits, now set or gone, is for a notice. */
export async function tellOfLimits(tx: Tx, { organisationId }: Pick<Scope, "organisationId">, agreementId: string, changed: readonly { kind: string }[]): Promise<void> {
  if (changed.some(({ kind }) => OF_NOTICES.includes(kind))) await enqueue(tx, "limits-changed", { organisationId, agreementId });
}
