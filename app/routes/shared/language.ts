import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs } from "@remix-run/node";
import { languageCookie } from "#app/text/language.server.ts";
import { isLanguage } from "#app/text/language.ts";
import { pathBack } from "./back.ts";

export const loader = () => redirect("/");

/** Remembers the language of this browser, and goes back. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const language = form.get("language");
  return redirect(pathBack(form.get("back")), {
    headers: isLanguage(language) ? { "Set-Cookie": languageCookie(language) } : undefined,
  });
}
