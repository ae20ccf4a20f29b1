import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { readCauses } from "./change-cause.ts";
import type { ChangeCause } from "./change-cause.ts";

export type Reassessment = {
  id: string; state: "open" | "done" | "dismissed"; causes: ChangeCause[]; reason: string; version: number; createdAt: string; decidedByName: string | null; decidedAt: string | null;
};

/** Tasks to look at a score again, of one controller. */
export function reassessments(tx: Tx, { organisationId: controllerId }: Pick<Scope, "organisationId">) {
  return {
    /** Of one agreement, the open one first, then the newest. */
    async list(agreementId: string): Promise<Reassessment[]> {
      const rows = await tx.reassessment.findMany({ where: { agreementId, controllerId }, orderBy: [{ createdAt: "desc" }, { id: "asc" }] });
      return rows.map(({ id, state, causes, reason, version, createdAt, decidedByName, decidedAt }) => ({
        id, state: state as Reassessment["state"], causes: readCauses(causes), reason, version, createdAt: createdAt.toISOString(), decidedByName, decidedAt: decidedAt?.toISOString() ?? null,
      })).sort((one, other) => Number(other.state === "open") - Number(one.state === "open"));
    },
    /** Ends the open task of an agreement; with a version only as it was seen. False when there is none such. */
    async close(agreementId: string, to: { state: "done" | "dismissed"; reason: string; version?: number }, by: Pick<Scope, "personId" | "personName">, at: Date): Promise<boolean> {
      const { count } = await tx.reassessment.updateMany({
        where: { agreementId, controllerId, state: "open", ...(to.version === undefined ? {} : { version: to.version }) },
        data: { state: to.state, reason: to.reason, decidedById: by.personId, decidedByName: by.personName, decidedAt: at, version: { increment: 1 } },
      });
      return count === 1;
    },
  };
}
