import type { Tx } from "#app/db/client.server.ts";
import type { Concept } from "#app/domain/concept/concept.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { isRowId } from "#app/domain/identity/row-id.ts";

const row = {
  id: true, agreementId: true, scoreId: true, concept: true, minimum: true, belowBand: true, reason: true, state: true, chosenById: true, chosenByName: true, chosenAt: true,
  decidedByName: true, decidedAt: true, decisionNote: true,
} as const;

export type NewChoice = { agreementId: string; scoreId: string; concept: Concept; minimum: number; belowBand: boolean; reason: string };
export type OpenState = "in-force" | "awaiting-approval";

/** The choices of concept for one controller's agreements. A choice changes state only. */
export function conceptChoices(tx: Tx, { organisationId: controllerId, personId, personName }: Pick<Scope, "organisationId" | "personId" | "personName">) {
  return {
    /** Newest first. */
    list: (agreementId: string) => tx.conceptChoice.findMany({ where: { agreementId, controllerId }, select: row, orderBy: [{ chosenAt: "desc" }, { id: "asc" }] }),
    find: async (id: string) => (isRowId(id) ? tx.conceptChoice.findFirst({ where: { id, controllerId }, select: row }) : null),
    add: (choice: NewChoice, at: Date) => tx.conceptChoice.create({
      data: { ...choice, controllerId, state: choice.belowBand ? "awaiting-approval" : "in-force", chosenById: personId, chosenByName: personName, chosenAt: at },
      select: { id: true },
    }),
    /** Sets aside the agreement's choices in these states, but not `except`. */
    async supersede(agreementId: string, states: readonly OpenState[], except?: string): Promise<void> {
      await tx.conceptChoice.updateMany({
        where: { agreementId, controllerId, state: { in: [...states] }, ...(except === undefined ? {} : { id: { not: except } }) },
        data: { state: "superseded" },
      });
    },
    /** Approves or rejects a choice that still waits; false when it no longer does. */
    async decide(id: string, approved: boolean, note: string, at: Date): Promise<boolean> {
      const { count } = await tx.conceptChoice.updateMany({
        where: { id, controllerId, state: "awaiting-approval" },
        data: { state: approved ? "in-force" : "rejected", decidedById: personId, decidedByName: personName, decidedAt: at, decisionNote: note },
      });
      return count === 1;
    },
    /** How many other people of the organisation are DPO. */
    otherDpos: () => tx.membership.count({ where: { organisationId: controllerId, active: true, roles: { has: "dpo" }, personId: { not: personId } } }),
  };
}
