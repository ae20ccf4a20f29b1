import { redirect } from "@remix-run/node";
import { paths } from "#app/paths.ts";
import { scopeOf } from "#app/tenancy/scope.ts";
import type { Role, Scope, Side, SignedIn } from "#app/tenancy/scope.ts";
import type { Language } from "#app/text/language.ts";
import { forbidden, notFound } from "./refusals.ts";
import { signedIn } from "./session.server.ts";
import { chosenSide } from "./side-cookie.server.ts";

export interface Guarded {
  scope: Scope;
  person: SignedIn;
  language: Language;
}

/** The signed-in person; else a redirect to sign-in that leads back to the page asked for. */
export async function requirePerson(request: Request): Promise<{ person: SignedIn; language: Language }> {
  const person = await signedIn(request);
  if (person) return { person, language: person.locale };
  const { pathname, search } = new URL(request.url);
  const back = request.method === "GET" ? pathname + search : pathname;
  throw redirect(back === "/" ? paths.signIn() : `${paths.signIn()}?next=${encodeURIComponent(back)}`);
}

/** A member of a controller with one of `roles` (none given: any). Wrong side or no membership: 404; lacking role: 403. */
export function requireController(request: Request, ...roles: Role[]): Promise<Guarded> {
  return requireSide(request, "controller", roles);
}

/** A member of a processor with one of `roles` (none given: any). Wrong side or no membership: 404; lacking role: 403. */
export function requireProcessor(request: Request, ...roles: Role[]): Promise<Guarded> {
  return requireSide(request, "processor", roles);
}

/** A member of either side, for pages both have (members, settings, audit, outbox); the scope's side is the one last worked on. */
export async function requireMember(request: Request, ...roles: Role[]): Promise<Guarded> {
  const { person } = await requirePerson(request);
  return requireSide(request, sideOf(request, person), roles);
}

/** The side a person works on now: the one chosen in the switcher where the organisation has both, else the only one. */
export function sideOf(request: Request, person: SignedIn): Side {
  const at = person.membership;
  if (at?.isController && at.isProcessor) return chosenSide(request);
  return at?.isProcessor ? "processor" : "controller";
}

async function requireSide(request: Request, side: Side, roles: Role[]): Promise<Guarded> {
  const { person, language } = await requirePerson(request);
  const scope = scopeOf(person, side);
  if (!scope) notFound();
  if (roles.length > 0 && !roles.some((role) => scope.roles.includes(role))) forbidden();
  return { scope, person, language };
}
