import type { Tx } from "#app/db/client.server.ts";
import type { AnyScope, Role } from "#app/tenancy/scope.ts";

export interface Organisation {
  id: string;
  name: string;
  cvr: string | null;
  isController: boolean;
  isProcessor: boolean;
  /** Assessed score from which a supervision is proposed as in order (product.md §4). */
  threshold: number;
  /** Days past the due date of the three steps of the escalation ladder, rising. */
  escalationDays: number[];
  /** Whether an auditor's statement of type 1 is refused from 7 points. */
  refuseTypeOne: boolean;
  version: number;
}

export interface OwnOrganisation {
  id: string;
  name: string;
  isController: boolean;
  isProcessor: boolean;
  roles: Role[];
}

const shape = { id: true, name: true, cvr: true, isController: true, isProcessor: true, threshold: true, escalationDays: true, refuseTypeOne: true, version: true } as const;

/** The scope's own organisation. */
export function ownOrganisation({ organisationId }: Pick<AnyScope, "organisationId">, tx: Tx) {
  return {
    get(): Promise<Organisation> {
      return tx.organisation.findUniqueOrThrow({ where: { id: organisationId }, select: shape });
    },
    /** False when somebody else changed it since `version`. */
    async change(version: number, data: Pick<Organisation, "name" | "threshold" | "escalationDays" | "refuseTypeOne" | "isController" | "isProcessor">): Promise<boolean> {
      const { count } = await tx.organisation.updateMany({ where: { id: organisationId, version }, data: { ...data, version: { increment: 1 } } });
      return count === 1;
    },
    /** Whether there is anything on a side, which then cannot be given up. */
    async sidesInUse(): Promise<{ controller: boolean; processor: boolean }> {
      const [processors, supervisions] = await Promise.all([
        tx.processor.count({ where: { controllerId: organisationId } }),
        tx.supervision.count({ where: { processorId: organisationId } }),
      ]);
      return { controller: processors > 0, processor: supervisions > 0 };
    },
  };
}

/** Every organisation the person in context is an active member of. */
export async function listOwnOrganisations(tx: Tx): Promise<OwnOrganisation[]> {
  const rows = await tx.$queryRaw<{ id: string; name: string; is_controller: boolean; is_processor: boolean; roles: Role[] }[]>`select * from app.my_organisations()`;
  return rows.map(({ is_controller: isController, is_processor: isProcessor, ...rest }) => ({ ...rest, isController, isProcessor }));
}
