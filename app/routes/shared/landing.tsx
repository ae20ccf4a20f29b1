import { redirect } from "@remix-run/node";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requirePerson, sideOf } from "#app/auth/guard.server.ts";
import { sessionHash } from "#app/auth/session.server.ts";
import { loadShell } from "#app/organisation/load-shell.server.ts";
import { switchOrganisation } from "#app/organisation/switch-organisation.server.ts";
import { paths } from "#app/paths.ts";
import { FrontPage } from "#app/ui/front-page.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { SignOutButton } from "./sign-out-button.tsx";

export const meta = pageTitle("auth:noOrganisation.title");

/** The front page sends everybody on to where their work is; signed out, that is the sign-in page. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { person } = await requirePerson(request);
  if (person.membership) throw redirect(sideOf(request, person) === "controller" ? paths.overview() : paths.inbox());
  // The organisation worked for last has taken the access away: go on in another one.
  const [other] = (await loadShell(person, "controller")).organisations;
  if (other && (await switchOrganisation(sessionHash(request), other.id))) throw redirect(paths.home());
  return { email: person.email };
}

export default function NoOrganisation() {
  const { t } = useTranslation("auth");
  const { email } = useLoaderData<typeof loader>();
  return (
    <FrontPage title={t("noOrganisation.title")} lead={t("noOrganisation.text", { email })}>
      <SignOutButton />
    </FrontPage>
  );
}
