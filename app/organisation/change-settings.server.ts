import { record } from "#app/audit/record.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { ownOrganisation } from "./organisations.server.ts";
import type { Organisation } from "./organisations.server.ts";

export type ChangeSettings = { ok: true } | { ok: false; reason: "no-side" | "side-in-use" | "changed-meanwhile" };

/** The threshold, the days of the escalation ladder and the policy on statements are left as they are when not given. */
export type Settings = Pick<Organisation, "name" | "isController" | "isProcessor" | "version"> & { threshold?: number; escalationDays?: number[]; refuseTypeOne?: boolean };

/** Changes name, threshold, escalation, policy and sides. A side with something on it cannot be given up; a new threshold counts from the next conclusion on. */
export async function changeSettings(scope: Scope, wish: Settings): Promise<ChangeSettings> {
  const { version, ...wished } = wish;
  if (!wished.isController && !wished.isProcessor) return { ok: false, reason: "no-side" };
  return withTenant(scope, async (tx): Promise<ChangeSettings> => {
    const own = ownOrganisation(scope, tx);
    const before = await own.get();
    const after = { ...wished, threshold: wished.threshold ?? before.threshold, escalationDays: wished.escalationDays ?? before.escalationDays, refuseTypeOne: wished.refuseTypeOne ?? before.refuseTypeOne };
    const inUse = await own.sidesInUse();
    if ((inUse.controller && !after.isController) || (inUse.processor && !after.isProcessor)) return { ok: false, reason: "side-in-use" };
    if (!(await own.change(version, after))) return { ok: false, reason: "changed-meanwhile" };
    const changed = Object.fromEntries((Object.keys(after) as (keyof typeof after)[]).filter((key) => String(before[key]) !== String(after[key])).map((key) => [key, { before: before[key], after: after[key] }]));
    await record(tx, scope, { action: "organisation.changed", subject: { type: "organisation", id: before.id }, detail: changed });
    return { ok: true };
  });
}
