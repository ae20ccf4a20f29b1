import { record } from "#app/audit/record.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { members } from "./members.server.ts";
import { takesLastAdministrator } from "./roles.ts";

export type DeactivateMember = { ok: true } | { ok: false; reason: "gone" | "yourself" | "last-administrator" | "changed-meanwhile" };

/**
 * Takes a member's access away at once: every request looks the membership up. The roles go too, so that a later invitation gives only what
 * it names. What the person did stays under the name.
 */
export async function deactivateMember(scope: Scope, wish: { memberId: string; version: number }): Promise<DeactivateMember> {
  return withTenant(scope, async (tx): Promise<DeactivateMember> => {
    const kept = members(scope, tx);
    const administrators = await kept.lockAdministrators();
    const member = await kept.find(wish.memberId);
    if (!member?.active) return { ok: false, reason: "gone" };
    if (takesLastAdministrator(administrators, member.id, [])) return { ok: false, reason: "last-administrator" };
    if (member.personId === scope.personId) return { ok: false, reason: "yourself" };
    if (!(await kept.change(member.id, wish.version, { roles: [], active: false }))) return { ok: false, reason: "changed-meanwhile" };
    await record(tx, scope, { action: "member.deactivated", subject: { type: "member", id: member.id }, detail: { person: member.name, before: member.roles } });
    return { ok: true };
  });
}
