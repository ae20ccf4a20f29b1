import type { AnyScope } from "#app/tenancy/scope.ts";

type Holder = Pick<AnyScope, "roles">;

/** Invite, change roles, remove members. */
export function mayChangeMembers({ roles }: Holder): boolean {
  return roles.includes("administrator");
}

/** Name, sides and the threshold for "in order". */
export function mayChangeSettings({ roles }: Holder): boolean {
  return roles.includes("administrator");
}
