import type { Tx } from "#app/db/client.server.ts";
import { mayReportDone } from "#app/domain/findings/finding-state.ts";
import type { FindingState } from "#app/domain/findings/finding-state.ts";
import { isRowId } from "#app/domain/identity/row-id.ts";
import type { Scope } from "#app/tenancy/scope.ts";

const PREFIX = "finding:";

/** The place that files handed in for a finding's report stand under. */
export const placeOfFinding = (findingId: string) => `${PREFIX}${findingId}`;

/** The finding a place for files belongs to; null where the place is one of the questionnaire's. */
export function findingOfPlace(place: string): string | null {
  const id = place.startsWith(PREFIX) ? place.slice(PREFIX.length) : null;
  return isRowId(id) ? id : null;
}

/** A released finding of the processor in context with its state; null when there is none in this supervision. */
export async function findOwnFinding(tx: Tx, scope: Pick<Scope, "organisationId">, supervisionId: string, findingId: string) {
  const found = await tx.finding.findFirst({
    where: { id: findingId, supervisionId, processorId: scope.organisationId, releasedAt: { not: null }, supervision: { state: { not: "withdrawn" } } },
    select: { id: true, controllerId: true, state: true, rule: true },
  });
  return found && { ...found, state: found.state as FindingState };
}

/** Whether files may come to and go from a finding's report now. */
export async function takesFilesForFinding(tx: Tx, scope: Pick<Scope, "organisationId">, supervisionId: string, findingId: string): Promise<{ ok: true; controllerId: string } | { ok: false; reason: "not-found" | "locked" | "too-many" }> {
  const found = await findOwnFinding(tx, scope, supervisionId, findingId);
  if (!found) return { ok: false, reason: "not-found" };
  if (!mayReportDone(found.state)) return { ok: false, reason: "locked" };
  const files = await tx.evidence.count({ where: { supervisionId, question: placeOfFinding(findingId), removedAt: null } });
  return files < MOST_FILES ? { ok: true, controllerId: found.controllerId } : { ok: false, reason: "too-many" };
}

/** Files one finding may hold over all its reports. */
const MOST_FILES = 50;
