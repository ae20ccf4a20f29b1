import type { Tx } from "#app/db/client.server.ts";
import { LIMIT_SETS } from "#app/domain/limits/clause-sets.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { agreements } from "./agreements.server.ts";
import { groupLimits, missingOf } from "./grouped-limits.ts";
import { limits } from "./limits.server.ts";
import { mayWrite } from "./may.ts";

/** An agreement's limits for its page: by group, and what each set would bring. Null when the agreement is not there. */
export async function loadLimits(tx: Tx, scope: Scope, agreementId: string) {
  const agreement = await agreements(tx, scope).find(agreementId);
  if (!agreement) return null;
  const rows = await limits(tx, scope).list(agreementId);
  const sets = LIMIT_SETS.map((id) => ({ id, missing: missingOf(rows, id).length }));
  return { id: agreementId, title: agreement.title, may: mayWrite(scope), rows, groups: groupLimits(rows), sets };
}

export type LoadedLimits = NonNullable<Awaited<ReturnType<typeof loadLimits>>>;
