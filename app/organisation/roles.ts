import type { Role } from "#app/tenancy/scope.ts";

export interface Sides {
  isController: boolean;
  isProcessor: boolean;
}

const OF_CONTROLLER: readonly Role[] = ["caseworker", "dpo"];
const OF_PROCESSOR: readonly Role[] = ["respondent", "signatory"];

/** The roles an organisation can give, by its sides, in the order they are shown (product.md §5). */
export function rolesOf({ isController, isProcessor }: Sides): Role[] {
  return ["administrator", ...(isController ? OF_CONTROLLER : []), ...(isProcessor ? OF_PROCESSOR : []), "reader"] satisfies Role[];
}

/** What the first person of an organisation gets: everything that can be done on its sides; "reader" would add nothing. */
export function foundersRoles(sides: Sides): Role[] {
  return rolesOf(sides).filter((role) => role !== "reader");
}

/** The wished roles the organisation can give, without repetition; null when none is left or one is not among them. */
export function grantableRoles(wished: readonly string[], sides: Sides): Role[] | null {
  const possible = rolesOf(sides);
  const chosen = possible.filter((role) => wished.includes(role));
  return chosen.length > 0 && wished.every((role) => possible.some((one) => one === role)) ? chosen : null;
}

/** Whether giving `memberId` the roles `next` (empty: leaving) would leave the organisation without an administrator. */
export function takesLastAdministrator(administratorIds: readonly string[], memberId: string, next: readonly Role[]): boolean {
  return !next.includes("administrator") && administratorIds.length > 0 && administratorIds.every((id) => id === memberId);
}
