import { isDeepStrictEqual } from "node:util";
import type { Tx } from "#app/db/client.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import type { AgreementFields, SpecialRequirement } from "./agreement-fields.ts";
import { columnOf } from "./calendar-day.ts";
import { isRowId } from "#app/domain/identity/row-id.ts";
import { presentRequirement } from "./present.ts";

const requirement = { id: true, position: true, textDa: true, textEn: true, evidenceAsked: true, critical: true, category: true, evidenceText: true, source: true, objectives: true } satisfies Prisma.SpecialRequirementSelect;

const whole = {
  id: true, processorId: true, title: true, reference: true, purpose: true, nature: true, duration: true, clauseSet: true, approvalKind: true,
  securityLevel: true, locations: true, procedures: true, agreedConcept: true, dataSubjectFacing: true, dataCategories: true, personCategories: true, personCount: true, countingBasis: true,
  signedOn: true, startsOn: true, endsOn: true, contacts: true, transfersOutsideEu: true, status: true, version: true,
  points: true, concept: true, scoreId: true, choiceId: true, standing: true, nextDueOn: true, createdAt: true,
  processor: { select: { id: true, name: true, cvr: true, organisationId: true, contactName: true, contactEmail: true } },
  specialRequirements: { where: { removedAt: null }, orderBy: { position: "asc" }, select: requirement },
} satisfies Prisma.AgreementSelect;

export type AgreementRow = Prisma.AgreementGetPayload<{ select: typeof whole }>;

/** One controller's agreements with their special requirements. */
export function agreements(tx: Tx, { organisationId: controllerId }: Pick<Scope, "organisationId">) {
  const hasProcessor = async (id: string) => (await tx.processor.count({ where: { id, controllerId } })) === 1;
  return {
    find: async (id: string): Promise<AgreementRow | null> => (isRowId(id) ? tx.agreement.findFirst({ where: { id, controllerId }, select: whole }) : null),
    /** When the agreement was last concluded on; null when never. */
    async lastConcluded(id: string): Promise<Date | null> {
      const last = await tx.supervision.findFirst({ where: { agreementId: id, controllerId, concludedAt: { not: null } }, orderBy: { concludedAt: "desc" }, select: { concludedAt: true } });
      return last?.concludedAt ?? null;
    },
    /** Whether a request was ever sent under the agreement: its processor is then the one that was asked. */
    wasAsked: async (id: string): Promise<boolean> => (await tx.supervision.count({ where: { agreementId: id, controllerId, sentAt: { not: null } } })) > 0,
    /** Changes an agreement of the expected version; false when it was changed meanwhile. Null when the processor is not in the register. */
    async change(id: string, version: number, fields: AgreementFields, at: Date): Promise<boolean | null> {
      if (!(await hasProcessor(fields.processorId))) return null;
      const { count } = await tx.agreement.updateMany({ where: { id, controllerId, version }, data: { ...columns(fields), version: { increment: 1 }, updatedAt: at } });
      if (count === 0) return false;
      await replaceRequirements(id, fields.requirements, at);
      return true;
    },
    /** Takes the agreement for a score or a choice, so that two come one after the other; false when it is no longer as it was seen. */
    async hold(id: string, seen: { scoreId: string | null; version?: number }, at: Date): Promise<boolean> {
      const { count } = await tx.agreement.updateMany({ where: { id, controllerId, ...seen }, data: { updatedAt: at } });
      return count === 1;
    },
    /** Lets a new score count; `keeps` is false when the concept in force falls with the old one. */
    async score(id: string, to: { scoreId: string; points: number; keeps: boolean }): Promise<void> {
      const fallen = to.keeps ? {} : { concept: null, choiceId: null };
      await tx.agreement.updateMany({ where: { id, controllerId }, data: { scoreId: to.scoreId, points: to.points, ...fallen } });
    },
    /** Lets a choice of concept be in force. */
    async choose(id: string, to: { choiceId: string; concept: number }): Promise<void> {
      await tx.agreement.updateMany({ where: { id, controllerId }, data: to });
    },
  };

  /** What a requirement says is never written over: a new wording is a new row, the old one stays as removed. */
  async function replaceRequirements(agreementId: string, wanted: readonly SpecialRequirement[], at: Date): Promise<void> {
    const mine = { agreementId, controllerId, removedAt: null };
    const before = await tx.specialRequirement.findMany({ where: mine, select: requirement });
    const kept = new Set<string>();
    for (const [position, row] of wanted.entries()) {
      const same = before.find(({ id, textDa, textEn }) => id === row.id && textDa === row.textDa && textEn === row.textEn);
      if (same) {
        kept.add(same.id);
        const data = { ...said(row), position };
        if (!isDeepStrictEqual(said(presentRequirement(same)), said(row)) || same.position !== position) await tx.specialRequirement.updateMany({ where: { ...mine, id: same.id }, data });
      } else await tx.specialRequirement.create({ data: { ...said(row), position, controllerId, agreementId }, select: { id: true } });
    }
    const gone = before.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
    if (gone.length > 0) await tx.specialRequirement.updateMany({ where: { ...mine, id: { in: gone } }, data: { removedAt: at } });
  }
}

function said({ id: _id, ...row }: SpecialRequirement) {
  return row;
}

function columns({ requirements: _rows, signedOn, startsOn, endsOn, ...fields }: AgreementFields) {
  return { ...fields, signedOn: columnOf(signedOn), startsOn: columnOf(startsOn), endsOn: columnOf(endsOn) };
}
