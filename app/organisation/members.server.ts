import type { Tx } from "#app/db/client.server.ts";
import type { AnyScope, Role } from "#app/tenancy/scope.ts";

export interface Member {
  id: string;
  personId: string;
  name: string;
  email: string;
  title: string;
  roles: Role[];
  active: boolean;
  version: number;
}

const shape = { id: true, personId: true, name: true, email: true, title: true, roles: true, active: true, version: true } as const;
const present = (row: Omit<Member, "roles"> & { roles: string[] }): Member => ({ ...row, roles: row.roles as Role[] });

/** The memberships of the scope's organisation. */
export function members({ organisationId }: Pick<AnyScope, "organisationId">, tx: Tx) {
  return {
    async list(): Promise<Member[]> {
      const rows = await tx.membership.findMany({ where: { organisationId }, select: shape, orderBy: [{ active: "desc" }, { name: "asc" }, { id: "asc" }] });
      return rows.map(present);
    },
    async find(id: string): Promise<Member | null> {
      const row = await tx.membership.findFirst({ where: { id, organisationId }, select: shape });
      return row && present(row);
    },
    async isMember(email: string): Promise<boolean> {
      return (await tx.membership.count({ where: { organisationId, email, active: true } })) > 0;
    },
    /** Ids of the administrators, locked until the transaction ends, so that two of them cannot remove one another at once. */
    async lockAdministrators(): Promise<string[]> {
      const rows = await tx.$queryRaw<{ id: string }[]>`
        select id from membership where organisation_id = ${organisationId}::uuid and active and 'administrator' = any(roles) order by id for update`;
      return rows.map(({ id }) => id);
    },
    /** False when somebody else changed the membership since `version`. */
    async change(id: string, version: number, data: { roles: Role[]; active?: boolean }): Promise<boolean> {
      const { count } = await tx.membership.updateMany({ where: { id, organisationId, version, active: true }, data: { ...data, version: { increment: 1 } } });
      return count === 1;
    },
  };
}
