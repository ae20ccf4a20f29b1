import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { notFound } from "#app/auth/refusals.ts";
import { sessionHash, signedIn, startSession } from "#app/auth/session.server.ts";
import { sideCookie } from "#app/auth/side-cookie.server.ts";
import { acceptInvitation, openInvitation } from "#app/organisation/accept-invitation.server.ts";
import type { AcceptRefusal } from "#app/organisation/accept-invitation.server.ts";
import { invitationFace } from "#app/organisation/invitation-face.ts";
import { newOrganisationForm } from "#app/organisation/organisation-form.ts";
import { newPersonForm } from "#app/organisation/person-form.ts";
import { switchOrganisation } from "#app/organisation/switch-organisation.server.ts";
import { paths } from "#app/paths.ts";
import { pickLanguage } from "#app/text/language.server.ts";
import { flash } from "#app/ui/flash.server.ts";
import { FrontPage } from "#app/ui/front-page.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { AcceptForm, Blocked } from "./invitation-faces.tsx";
import { readForm, refuse } from "./read-form.server.ts";

export const meta = pageTitle("auth:invitation.title");

/** Only shows what is offered: mail scanners follow links too. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const invitation = await openInvitation(params.token ?? "");
  if (!invitation) notFound();
  const person = await signedIn(request);
  const face = invitationFace(invitation, person?.email ?? null);
  const { organisationName, processorName, processorCvr, kind, email, name, roles } = invitation;
  const view = { organisationName, processorName: processorName ?? "", processorCvr, kind, email, name, roles, createsOrganisation: kind === "processor" && !invitation.organisationExists };
  return data({ face, view, person: person && { name: person.name, email: person.email } }, { status: ["accepted", "revoked", "expired"].includes(face) ? 410 : 200 });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const form = await request.formData();
  const invitation = await openInvitation(token);
  if (!invitation) notFound();
  const person = await signedIn(request);
  const language = pickLanguage(request, person?.locale);
  const face = invitationFace(invitation, person?.email ?? null);
  if (face !== "new-person" && face !== "existing-person") return refuse(form, language, {});
  const asksOrganisation = invitation.kind === "processor" && !invitation.organisationExists;
  const organisationForm = invitation.processorCvr ? newOrganisationForm.omit({ cvr: true }) : newOrganisationForm;
  const organisation = asksOrganisation ? readForm(form, organisationForm) : null;
  const newcomer = face === "new-person" ? readForm(form, newPersonForm) : null;
  if (organisation?.ok === false || newcomer?.ok === false) {
    return refuse(form, language, { ...(organisation?.ok === false ? organisation.keys : {}), ...(newcomer?.ok === false ? newcomer.keys : {}) });
  }
  const by = newcomer ? { ...newcomer.value, language } : { personId: person?.personId ?? "" };
  const named = organisation && { name: organisation.value.organisation, cvr: "cvr" in organisation.value ? String(organisation.value.cvr) : null };
  const done = await acceptInvitation({ token, by, organisation: named });
  if (!done.ok) return refuse(form, language, refusalKeys(done.reason));
  const headers = new Headers([["Set-Cookie", sideCookie(invitation.kind === "processor" ? "processor" : "controller")]]);
  if (newcomer) headers.append("Set-Cookie", await startSession(done.personId, request));
  else await switchOrganisation(sessionHash(request), done.organisationId);
  const name = invitation.kind === "member" ? invitation.organisationName : (named?.name ?? invitation.processorName ?? "");
  headers.append("Set-Cookie", flash({ tone: "ok", text: "auth:invitation.welcome", values: { organisation: name } })["Set-Cookie"]);
  return redirect(invitation.waitingSupervision ? `${paths.inbox()}/${encodeURIComponent(invitation.waitingSupervision)}` : paths.home(), { headers });
}

function refusalKeys(reason: AcceptRefusal): Record<string, string> {
  // The loader runs again and shows which it is.
  if (reason === "gone" || reason === "not-yours") return {};
  const ofWhole = reason === "organisation-exists" || reason === "account-exists" || reason === "cvr-taken";
  return { [ofWhole ? "" : "password"]: `auth:error.${reason}` };
}

export default function Invitation() {
  const { t } = useTranslation("auth");
  const { face, view, person } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (face !== "new-person" && face !== "existing-person") return <Blocked face={face} view={view} person={person} />;
  const roles = view.roles.map((role) => t(`words:role.${role}`).toLowerCase()).join(", ");
  const lead = view.kind === "member" ? t("invitation.member", { organisation: view.organisationName, roles }) : t("invitation.processor", { organisation: view.organisationName, processor: view.processorName });
  return (
    <FrontPage title={t("invitation.title")} lead={lead}>
      <AcceptForm newcomer={face === "new-person"} view={view} person={person} refused={refused} />
    </FrontPage>
  );
}
