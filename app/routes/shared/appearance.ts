import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs } from "@remix-run/node";
import { colourSchemeCookie } from "#app/ui/colour-scheme.server.ts";
import { isColourScheme } from "#app/ui/colour-scheme.ts";
import { pathBack } from "./back.ts";

export const loader = () => redirect("/");

/** Remembers light, dark or the device's own choice, and goes back. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const scheme = form.get("scheme");
  return redirect(pathBack(form.get("back")), {
    headers: isColourScheme(scheme) ? { "Set-Cookie": colourSchemeCookie(scheme) } : undefined,
  });
}
