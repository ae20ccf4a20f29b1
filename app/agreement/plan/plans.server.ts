import type { Tx } from "#app/db/client.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import { FREQUENCY_FACTORS } from "#app/domain/frequency/suggest-interval.ts";
import type { FrequencyFactor } from "#app/domain/frequency/suggest-interval.ts";
import type { Scope } from "#app/tenancy/scope.ts";

/** A factor of chapter 5 that was said to apply, and why. */
export type PlanFactor = { code: FrequencyFactor; note: string };
/** Version 0: nothing was said yet. */
export type StoredPlan = { factors: PlanFactor[]; reason: string; version: number; updatedByName: string; updatedAt: string | null };

const NOTHING: StoredPlan = { factors: [], reason: "", version: 0, updatedByName: "", updatedAt: null };

/** What one controller said of how often its agreements are supervised. */
export function plans(tx: Tx, { organisationId: controllerId }: Pick<Scope, "organisationId">) {
  return {
    async find(agreementId: string): Promise<StoredPlan> {
      const found = await tx.plan.findFirst({ where: { agreementId, controllerId }, select: { factors: true, reason: true, version: true, updatedByName: true, updatedAt: true } });
      return found ? { ...found, factors: readFactors(found.factors), updatedAt: found.updatedAt.toISOString() } : NOTHING;
    },
    /** Changes the plan of the expected version, or makes it (version 0); false when it was changed meanwhile. */
    async change(agreementId: string, version: number, said: Pick<StoredPlan, "factors" | "reason">, by: Pick<Scope, "personId" | "personName">, at: Date): Promise<boolean> {
      const data = { factors: said.factors as unknown as Prisma.InputJsonValue, reason: said.reason, updatedById: by.personId, updatedByName: by.personName, updatedAt: at };
      const { count } = version === 0
        ? await tx.plan.createMany({ data: { ...data, agreementId, controllerId }, skipDuplicates: true })
        : await tx.plan.updateMany({ where: { agreementId, controllerId, version }, data: { ...data, version: { increment: 1 } } });
      return count === 1;
    },
  };
}

/** The factors stored with a plan; what is none is left out. */
export function readFactors(stored: unknown): PlanFactor[] {
  return (Array.isArray(stored) ? stored : []).flatMap((one: unknown) => {
    const { code, note } = (typeof one === "object" && one !== null ? one : {}) as { code?: unknown; note?: unknown };
    const known = FREQUENCY_FACTORS.find((factor) => factor === code);
    return known ? [{ code: known, note: typeof note === "string" ? note : "" }] : [];
  });
}
