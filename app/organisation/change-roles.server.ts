import { record } from "#app/audit/record.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { members } from "./members.server.ts";
import { ownOrganisation } from "./organisations.server.ts";
import { grantableRoles, takesLastAdministrator } from "./roles.ts";

export type ChangeRoles = { ok: true } | { ok: false; reason: "gone" | "no-role" | "last-administrator" | "changed-meanwhile" };

/** Gives a member exactly these roles. The organisation always keeps an administrator. */
export async function changeRoles(scope: Scope, wish: { memberId: string; version: number; roles: readonly string[] }): Promise<ChangeRoles> {
  return withTenant(scope, async (tx): Promise<ChangeRoles> => {
    const kept = members(scope, tx);
    const administrators = await kept.lockAdministrators();
    const member = await kept.find(wish.memberId);
    if (!member?.active) return { ok: false, reason: "gone" };
    const roles = grantableRoles(wish.roles, await ownOrganisation(scope, tx).get());
    if (!roles) return { ok: false, reason: "no-role" };
    if (takesLastAdministrator(administrators, member.id, roles)) return { ok: false, reason: "last-administrator" };
    if (!(await kept.change(member.id, wish.version, { roles }))) return { ok: false, reason: "changed-meanwhile" };
    await record(tx, scope, { action: "member.roles-changed", subject: { type: "member", id: member.id }, detail: { person: member.name, before: member.roles, after: roles } });
    return { ok: true };
  });
}
