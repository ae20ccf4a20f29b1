import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs } from "@remix-run/node";
import { nextPath } from "#app/auth/next-path.ts";
import { endSession } from "#app/auth/session.server.ts";
import { paths } from "#app/paths.ts";
import { flash } from "#app/ui/flash.server.ts";

export const loader = () => redirect(paths.home());

/** Ends the session in the database, not just the cookie. `next` is where to go on instead of the sign-in page. */
export async function action({ request }: ActionFunctionArgs) {
  const next = nextPath((await request.formData()).get("next"));
  const headers = new Headers([["Set-Cookie", await endSession(request)]]);
  if (!next) headers.append("Set-Cookie", flash({ tone: "ok", text: "auth:signedOut" })["Set-Cookie"]);
  return redirect(next ?? paths.signIn(), { headers });
}
