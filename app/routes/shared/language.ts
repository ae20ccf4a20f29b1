import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs } from "@remix-run/node";
import { signedIn } from "#app/auth/session.server.ts";
import { changeProfile } from "#app/organisation/change-profile.server.ts";
import { languageCookie } from "#app/text/language.server.ts";
import { isLanguage } from "#app/text/language.ts";
import { pathBack } from "./back.ts";

export const loader = () => redirect("/");

/** Remembers the language, of this browser and of the person when signed in, and goes back. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const language = form.get("language");
  const person = isLanguage(language) ? await signedIn(request) : null;
  if (person && isLanguage(language)) await changeProfile(person, { name: person.name, title: person.title, locale: language });
  return redirect(pathBack(form.get("back")), {
    headers: isLanguage(language) ? { "Set-Cookie": languageCookie(language) } : undefined,
  });
}
