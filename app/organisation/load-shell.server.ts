import type { Side, SignedIn } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { mayChangeSettings } from "./may.ts";
import { listOwnOrganisations } from "./organisations.server.ts";

export type ShellView = {
  side: Side;
  person: { name: string; email: string; roles: string[] };
  organisations: { id: string; name: string; side: Side; current: boolean }[];
  hidden: ("settings" | "outbox")[];
};

/** What the frame of every page shows: who one is, for whom one works, and where else one could. */
export async function loadShell(person: SignedIn, side: Side): Promise<ShellView> {
  const at = person.membership;
  const own = await withTenant({ organisationId: at?.organisationId ?? "", personId: person.personId }, listOwnOrganisations, { readOnly: true });
  const sides = (one: { isController: boolean; isProcessor: boolean }): Side[] => [...(one.isController ? ["controller" as const] : []), ...(one.isProcessor ? ["processor" as const] : [])];
  return {
    side,
    person: { name: person.name, email: person.email, roles: [...(at?.roles ?? [])] },
    organisations: own.flatMap((one) => sides(one).map((each) => ({ id: one.id, name: one.name, side: each, current: one.id === at?.organisationId && each === side }))),
    hidden: at && mayChangeSettings(at) ? [] : ["settings", "outbox"],
  };
}
