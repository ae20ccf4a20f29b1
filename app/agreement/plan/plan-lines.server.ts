import type { Tx } from "#app/db/client.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import type { Concept } from "#app/domain/concept/concept.ts";
import type { LineKind, PlanLine } from "#app/domain/frequency/plan-line.ts";
import { isRowId } from "#app/domain/identity/row-id.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import type { AnyScope } from "#app/tenancy/scope.ts";
import { columnOf, dayOrNull } from "../calendar-day.ts";

const row = { id: true, agreementId: true, kind: true, concept: true, intervalMonths: true, nextDueOn: true, concernId: true, ownQuestionnaireId: true, reason: true, movedFrom: true, reasonBefore: true, version: true } satisfies Prisma.PlanLineSelect;

/** A line of a plan as stored; `reason` says why it is due later than its interval. `movedFrom`: the day before the last move, with the reason that stood then; null where something else was changed since. */
export type StoredLine = PlanLine & { agreementId: string; concernId: string | null; ownQuestionnaireId: string | null; reason: string; movedFrom: IsoDate | null; reasonBefore: string; version: number };
export type NewLine = { agreementId: string; kind: LineKind; concept: Concept; intervalMonths: number | null; nextDueOn: IsoDate | null; concernId?: string; ownQuestionnaireId?: string | null };
export type LineChange = Partial<Pick<StoredLine, "concept" | "intervalMonths" | "nextDueOn" | "reason" | "movedFrom" | "reasonBefore" | "ownQuestionnaireId">>;

const stored = ({ kind, concept, nextDueOn, movedFrom, ...rest }: Prisma.PlanLineGetPayload<{ select: typeof row }>): StoredLine => ({ ...rest, kind: kind as LineKind, concept: concept as Concept, nextDueOn: dayOrNull(nextDueOn), movedFrom: dayOrNull(movedFrom) });
const ORDER: Readonly<Record<LineKind, number>> = { primary: 0, supplement: 1, extra: 2 };

/** The lines of one controller's plans. Whoever changes one lets the agreement's next day follow (keepNextDue). */
export function planLines(tx: Tx, { organisationId: controllerId }: Pick<AnyScope, "organisationId">) {
  return {
    /** The agreement, held until the transaction ends so that changes of its plan come one after the other; null when it is not there. */
    async hold(agreementId: string): Promise<{ points: number | null; active: boolean } | null> {
      if (!isRowId(agreementId)) return null;
      const [found] = await tx.$queryRaw<{ points: number | null; active: boolean }[]>`
        select points, status = 'active' as active from agreement where id = ${agreementId}::uuid and controller_id = ${controllerId}::uuid for update`;
      return found ?? null;
    },
    /** When the agreement was last concluded on with each concept. */
    async lastHeld(agreementId: string): Promise<Map<number, IsoDate>> {
      const rows = await tx.$queryRaw<{ concept: number; day: IsoDate }[]>`
        select concept, (max(concluded_at) at time zone 'Europe/Copenhagen')::date::text as day from supervision
        where agreement_id = ${agreementId}::uuid and controller_id = ${controllerId}::uuid and concluded_at is not null group by concept`;
      return new Map(rows.map(({ concept, day }) => [concept, day]));
    },
    /** Of one agreement: the cycle's line first, then supplements and extra ones in the order they were made. */
    async list(agreementId: string): Promise<StoredLine[]> {
      const rows = await tx.planLine.findMany({ where: { agreementId, controllerId, removedAt: null }, select: row, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
      return rows.map(stored).sort((one, other) => ORDER[one.kind] - ORDER[other.kind]);
    },
    async find(id: string): Promise<StoredLine | null> {
      const found = isRowId(id) ? await tx.planLine.findFirst({ where: { id, controllerId, removedAt: null }, select: row }) : null;
      return found && stored(found);
    },
    /** Whether the controller has this questionnaire of its own, published and not archived. */
    mayAsk: async (questionnaireId: string): Promise<boolean> =>
      isRowId(questionnaireId) && (await tx.ownQuestionnaire.count({ where: { id: questionnaireId, controllerId, archivedAt: null, versions: { some: {} } } })) > 0,
    add: ({ nextDueOn, ...line }: NewLine) => tx.planLine.create({ data: { ...line, controllerId, nextDueOn: columnOf(nextDueOn) }, select: { id: true } }),
    /** Changes a line of the expected version; false when it was changed or removed meanwhile. */
    async change(id: string, version: number, { nextDueOn, movedFrom = null, reasonBefore = "", ...change }: LineChange): Promise<boolean> {
      const day = nextDueOn === undefined ? {} : { nextDueOn: columnOf(nextDueOn) };
      const { count } = await tx.planLine.updateMany({ where: { id, controllerId, version, removedAt: null }, data: { ...change, ...day, movedFrom: columnOf(movedFrom), reasonBefore, version: { increment: 1 } } });
      return count === 1;
    },
    /** Takes a line of the expected version out of the plan; false when it was changed or removed meanwhile. */
    remove: async (id: string, version: number): Promise<boolean> => (await tx.$executeRaw`
      update plan_line set removed_at = now(), version = version + 1 where id = ${id}::uuid and controller_id = ${controllerId}::uuid and version = ${version} and removed_at is null`) === 1,
    /** Lets the agreement's next day be the earliest of its lines; tells it. */
    async keepNextDue(agreementId: string): Promise<IsoDate | null> {
      const [kept] = await tx.$queryRaw<{ day: IsoDate | null }[]>`
        update agreement a set next_due_on = (select min(l.next_due_on) from plan_line l where l.agreement_id = a.id and l.controller_id = a.controller_id and l.removed_at is null), updated_at = now()
        where a.id = ${agreementId}::uuid and a.controller_id = ${controllerId}::uuid returning a.next_due_on::text as day`;
      return kept?.day ?? null;
    },
  };
}
