import { record } from "#app/audit/record.server.ts";
import { forbidden } from "#app/auth/refusals.ts";
import type { Tx } from "#app/db/client.server.ts";
import { RULE_VERSION } from "#app/domain/findings/raised-finding.ts";
import type { Severity } from "#app/domain/findings/raised-finding.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { lockCase } from "../assessment/lock-case.server.ts";
import { refreshCase } from "../assessment/refresh-case.server.ts";
import { mayWork } from "../may.ts";
import { MANUAL } from "./sync-findings.ts";

export type AddInput = { supervisionId: string; question: string; severity: Severity; blocking: boolean; body: string };
export type AddResult = { ok: true; findingId: string } | { ok: false; reason: "not-found" | "not-assessing" | "empty" };

/** Raises a finding by hand while the answer is being assessed. */
export async function addFinding(tx: Tx, scope: Scope, { supervisionId, question, severity, blocking, body }: AddInput): Promise<AddResult> {
  if (!mayWork(scope)) throw forbidden();
  if (body.trim() === "") return { ok: false, reason: "empty" };
  await lockCase(tx, supervisionId);
  const found = await tx.supervision.findUnique({ where: { id: supervisionId, controllerId: scope.organisationId }, select: { state: true, agreementId: true, processorId: true } });
  if (!found) return { ok: false, reason: "not-found" };
  if (found.state !== "assessing") return { ok: false, reason: "not-assessing" };
  const count = await tx.finding.count({ where: { supervisionId, rule: MANUAL } });
  const { id } = await tx.finding.create({
    data: {
      supervisionId, agreementId: found.agreementId, controllerId: scope.organisationId, processorId: found.processorId, rule: MANUAL, ruleVersion: RULE_VERSION,
      severity, blocking, source: "GDPR art. 28(3)(h)", question, subject: String(count + 1), body: body.trim(),
    },
    select: { id: true },
  });
  await record(tx, scope, { action: "finding.raised", subject: { type: "finding", id }, supervisionId, detail: { rule: MANUAL, severity } });
  await refreshCase(tx, scope, supervisionId);
  return { ok: true, findingId: id };
}
