import type { Tx } from "#app/db/client.server.ts";
import type { AnyScope, Role } from "#app/tenancy/scope.ts";

/** An invitation that waits; one whose time has run out may still be sent anew. */
export interface WaitingInvitation {
  id: string;
  kind: "member" | "processor";
  email: string;
  name: string;
  roles: Role[];
  processorId: string | null;
  invitedByName: string;
  expiresAt: Date;
}

export interface NewInvitation {
  kind: "member" | "processor";
  email: string;
  name: string;
  roles: Role[];
  processorId: string | null;
  tokenHash: string;
  invitedByName: string;
  expiresAt: Date;
}

const shape = { id: true, kind: true, email: true, name: true, roles: true, processorId: true, invitedByName: true, expiresAt: true } as const;
const waiting = { acceptedAt: null, revokedAt: null } as const;
const present = (row: Omit<WaitingInvitation, "roles" | "kind"> & { roles: string[]; kind: string }): WaitingInvitation =>
  ({ ...row, roles: row.roles as Role[], kind: row.kind === "processor" ? "processor" : "member" });

/** The invitations of the scope's organisation. */
export function invitations({ organisationId }: Pick<AnyScope, "organisationId">, tx: Tx) {
  return {
    async listWaiting(kind: "member" | "processor"): Promise<WaitingInvitation[]> {
      const rows = await tx.invitation.findMany({ where: { organisationId, kind, ...waiting }, select: shape, orderBy: [{ createdAt: "desc" }, { id: "asc" }] });
      return rows.map(present);
    },
    async findWaiting(id: string): Promise<WaitingInvitation | null> {
      const row = await tx.invitation.findFirst({ where: { id, organisationId, ...waiting }, select: shape });
      return row && present(row);
    },
    /** Revokes what waits for the same person in the same matter; gives how many. */
    async revokeWaiting(where: { id: string } | { kind: "member"; email: string } | { kind: "processor"; processorId: string }, at: Date): Promise<number> {
      const { count } = await tx.invitation.updateMany({ where: { organisationId, ...waiting, ...where }, data: { revokedAt: at } });
      return count;
    },
    async add(invitation: NewInvitation): Promise<string> {
      const { id } = await tx.invitation.create({ data: { organisationId, ...invitation }, select: { id: true } });
      return id;
    },
  };
}
