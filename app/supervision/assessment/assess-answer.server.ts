import { record } from "#app/audit/record.server.ts";
import { forbidden } from "#app/auth/refusals.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Level } from "#app/domain/scoring/level.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { mayWork } from "../may.ts";
import { claimedItems } from "./case-facts.ts";
import { loadCase } from "./load-case.server.ts";
import { refreshCase } from "./refresh-case.server.ts";

/** `version`: of the decision as the assessor saw it; 0 where there was none. `naAccepted` is for not applicable only. */
export type AssessInput = { supervisionId: string; question: string; level: Level; naAccepted: boolean | null; reason: string; version: number };
export type AssessResult = { ok: true } | { ok: false; reason: "not-found" | "not-assessing" | "unknown-question" | "needs-reason" | "conflict" };

/** Stores the assessor's decision on one question. Deciding otherwise than the answer claims takes a reason (product.md §4). */
export async function assessAnswer(tx: Tx, scope: Scope, input: AssessInput): Promise<AssessResult> {
  if (!mayWork(scope)) throw forbidden();
  const { supervisionId, question, level, version } = input;
  const found = await loadCase(tx, supervisionId, { lock: true });
  if (!found) return { ok: false, reason: "not-found" };
  if (found.state !== "assessing") return { ok: false, reason: "not-assessing" };
  const claimed = claimedItems(found.facts).find((item) => item.question === question);
  if (!claimed) return { ok: false, reason: "unknown-question" };
  const naAccepted = level === "not-applicable" ? (input.naAccepted ?? true) : null;
  const reason = input.reason.trim();
  if ((level !== claimed.level || naAccepted === false) && reason === "") return { ok: false, reason: "needs-reason" };
  const standing = found.assessments.find((one) => one.question === question);
  if ((standing?.version ?? 0) !== version) return { ok: false, reason: "conflict" };
  const decision = { level, naAccepted, reason, revision: found.latest.revision, claimedLevel: claimed.level, decidedById: scope.personId, decidedByName: scope.personName };
  await tx.$executeRaw`insert into assessment (supervision_id, question, controller_id, revision, claimed_level, level, na_accepted, reason, decided_by_id, decided_by_name)
    values (${supervisionId}::uuid, ${question}, ${scope.organisationId}::uuid, ${decision.revision}, ${decision.claimedLevel}, ${level}, ${naAccepted}, ${reason}, ${scope.personId}::uuid, ${scope.personName})
    on conflict (supervision_id, question) do update set revision = excluded.revision, claimed_level = excluded.claimed_level, level = excluded.level, na_accepted = excluded.na_accepted,
      reason = excluded.reason, decided_by_id = excluded.decided_by_id, decided_by_name = excluded.decided_by_name, decided_at = now(), version = assessment.version + 1`;
  await tx.supervisionCase.update({ where: { supervisionId }, data: { assessedById: scope.personId, assessedByName: scope.personName, version: { increment: 1 } } });
  await record(tx, scope, { action: "answer.assessed", subject: { type: "question", id: question }, supervisionId, detail: { claimed: claimed.level, level, ...(reason ? { reason } : {}) } });
  await refreshCase(tx, scope, supervisionId);
  return { ok: true };
}
