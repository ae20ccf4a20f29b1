/** Roles of product.md §5. */
export const ROLES = ["administrator", "caseworker", "dpo", "reader", "respondent", "signatory"] as const;
export type Role = (typeof ROLES)[number];
export type Side = "controller" | "processor";

/** Who asks, for which organisation, on which side. Made only in app/tenancy, from a live membership. */
export interface Scope {
  side: Side;
  organisationId: string;
  organisationName: string;
  personId: string;
  personName: string;
  roles: readonly Role[];
}

/** A job's scope: an organisation and no person. */
export interface JobScope {
  side: Side;
  organisationId: string;
  organisationName: string;
  personId: null;
  personName: string;
  roles: readonly Role[];
}

export type AnyScope = Scope | JobScope;

/** What a session says of its bearer: the person, and the membership in force if there is one. */
export interface SignedIn {
  personId: string;
  name: string;
  email: string;
  title: string;
  locale: "da" | "en";
  membership: { organisationId: string; organisationName: string; isController: boolean; isProcessor: boolean; roles: readonly Role[] } | null;
}

/** The scope of a signed-in person on one side; null when the organisation has no such side or there is no live membership. */
export function scopeOf(who: SignedIn, side: Side): Scope | null {
  const at = who.membership;
  if (!at || !(side === "controller" ? at.isController : at.isProcessor)) return null;
  return { side, organisationId: at.organisationId, organisationName: at.organisationName, personId: who.personId, personName: who.name, roles: at.roles };
}

/** The scope of a job that works for one organisation. */
export function jobScope(organisationId: string, side: Side, personName = "Tilsynsportalen"): JobScope {
  return { side, organisationId, organisationName: "", personId: null, personName, roles: [] };
}

/** The scope in which a job finishes, in a person's name, what that person began; whether they might was asked then. */
export function continuedScope(organisation: { id: string; name: string }, side: Side, person: { id: string; name: string }): Scope {
  return { side, organisationId: organisation.id, organisationName: organisation.name, personId: person.id, personName: person.name, roles: [] };
}
