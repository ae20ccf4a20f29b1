import { record } from "#app/audit/record.server.ts";
import { forbidden } from "#app/auth/refusals.ts";
import type { Tx } from "#app/db/client.server.ts";
import { instantOf } from "#app/domain/time/copenhagen-time.ts";
import { disclosedBreaches } from "#app/questionnaire/status-facts.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { loadCase } from "../assessment/load-case.server.ts";
import { refreshCase } from "../assessment/refresh-case.server.ts";
import { lockAgreements } from "../finding/lock-agreement.server.ts";
import { mayWork } from "../may.ts";
import { breachRecords } from "./breach-records.server.ts";
import { followBreach } from "./follow-breach.server.ts";

export type MatchResult = { ok: true } | { ok: false; reason: "not-found" | "not-assessing" | "breach-gone" };
/** `ref`: the disclosed breach; `recordId`: the one of the register it is the same as, null = it is entered there now. */
export type MatchInput = { supervisionId: string; ref: string; recordId: string | null; now: Date };

/** Says that a breach disclosed in a supervision is one of the register, or enters it there; the findings follow. One that is matched already is left as it is. */
export async function matchBreach(tx: Tx, scope: Scope, { supervisionId, ref, recordId, now }: MatchInput): Promise<MatchResult> {
  if (!mayWork(scope)) forbidden();
  const found = await loadCase(tx, supervisionId, { lock: true });
  if (!found || found.controllerId !== scope.organisationId) return { ok: false, reason: "not-found" };
  if (found.state !== "assessing") return { ok: false, reason: "not-assessing" };
  const disclosed = disclosedBreaches(found.facts.answers).find((one) => one.ref === ref);
  const free = found.facts.register?.some((one) => one.record === recordId && one.matchedRef === null);
  const taken = found.facts.register?.some(({ matchedRef }) => matchedRef === ref);
  if (!disclosed || taken || (recordId !== null && !free)) return { ok: false, reason: "breach-gone" };
  const { agreementId } = found;
  const place = { supervisionId, disclosedRef: ref };
  let id = recordId;
  if (id === null) {
    const { processorId: registerId } = await tx.agreement.findUniqueOrThrow({ where: { id: agreementId }, select: { processorId: true } });
    const title = (disclosed.what.split("\n")[0] ?? "").slice(0, 120) || ref;
    const discovered = disclosed.discoveredOn ? instantOf(`${disclosed.discoveredOn}T00:00`) : null;
    await lockAgreements(tx, scope, [agreementId]);
    ({ id } = await breachRecords(tx, scope).add({
      agreementIds: [agreementId], registerId, source: "disclosed", title, nature: disclosed.what, measures: disclosed.measures, processorAwareAt: discovered, awareAt: found.latest.submittedAt, createdByName: scope.personName, createdAt: now,
    }));
    await tx.breachRecordAgreement.updateMany({ where: { recordId: id, agreementId, controllerId: scope.organisationId }, data: place });
    await record(tx, scope, { action: "breach.registered", subject: { type: "breach", id }, supervisionId, detail: { title, source: "disclosed" } });
  } else {
    const { count: standing } = await tx.breachRecord.updateMany({ where: { id, controllerId: scope.organisationId, sameAsId: null }, data: { version: { increment: 1 } } });
    if (standing === 0) return { ok: false, reason: "breach-gone" };
    await lockAgreements(tx, scope, [agreementId]);
    await breachRecords(tx, scope).tie(id, agreementId);
    const { count } = await tx.breachRecordAgreement.updateMany({ where: { recordId: id, agreementId, controllerId: scope.organisationId, supervisionId: null }, data: place });
    if (count === 0) return { ok: false, reason: "breach-gone" };
    await record(tx, scope, { action: "breach.matched", subject: { type: "breach", id }, supervisionId });
  }
  await followBreach(tx, scope, { agreementId, recordId: id, title: disclosed.what.slice(0, 120) || ref, now });
  await refreshCase(tx, scope, supervisionId);
  return { ok: true };
}
