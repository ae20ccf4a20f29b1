import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs } from "@remix-run/node";
import { requirePerson } from "#app/auth/guard.server.ts";
import { notFound } from "#app/auth/refusals.ts";
import { sessionHash } from "#app/auth/session.server.ts";
import { sideCookie } from "#app/auth/side-cookie.server.ts";
import { switchOrganisation } from "#app/organisation/switch-organisation.server.ts";
import { paths } from "#app/paths.ts";

export const loader = () => redirect(paths.home());

/** Goes on working for another organisation, or on its other side: `to` is "<organisation id>.<side>". */
export async function action({ request }: ActionFunctionArgs) {
  await requirePerson(request);
  const [organisationId = "", side] = String((await request.formData()).get("to") ?? "").split(".");
  if (!(await switchOrganisation(sessionHash(request), organisationId))) notFound();
  return redirect(paths.home(), { headers: { "Set-Cookie": sideCookie(side === "processor" ? "processor" : "controller") } });
}
