import type { Tx } from "#app/db/client.server.ts";
import type { AgreementScore } from "#app/domain/points/score-agreement.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import type { StoredReasons } from "./score-facts.ts";

const row = {
  id: true, version: true, ruleSet: true, personCount: true, countingBasis: true, a: true, b: true, c: true, d: true, points: true, reasons: true,
  scoredByName: true, scoredAt: true,
} as const;

export type NewRiskScore = Omit<AgreementScore, "band"> & { personCount: number; countingBasis: string; reasons: StoredReasons };

/** The versions of an agreement's risk score; added, never changed. */
export function riskScores(tx: Tx, { organisationId: controllerId, personId, personName }: Pick<Scope, "organisationId" | "personId" | "personName">) {
  return {
    /** Newest first. */
    list: (agreementId: string) => tx.riskScore.findMany({ where: { agreementId, controllerId }, select: row, orderBy: { version: "desc" } }),
    find: (id: string) => tx.riskScore.findFirst({ where: { id, controllerId }, select: row }),
    /** Adds the next version; the caller holds the agreement, so that nobody takes the same number. */
    async add(agreementId: string, { reasons, ...score }: NewRiskScore, at: Date): Promise<{ id: string; version: number }> {
      const version = 1 + (await tx.riskScore.count({ where: { agreementId, controllerId } }));
      return tx.riskScore.create({
        data: { ...score, reasons: { ...reasons, ticks: [...(reasons.ticks ?? [])] }, agreementId, controllerId, version, scoredById: personId, scoredByName: personName, scoredAt: at },
        select: { id: true, version: true },
      });
    },
  };
}
