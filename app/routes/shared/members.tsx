import { Button } from "@mantine/core";
import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireMember } from "#app/auth/guard.server.ts";
import { now } from "#app/config/clock.server.ts";
import { invitations } from "#app/organisation/invitations.server.ts";
import { mayChangeMembers } from "#app/organisation/may.ts";
import { members } from "#app/organisation/members.server.ts";
import { resendInvitation } from "#app/organisation/resend-invitation.server.ts";
import { revokeInvitation } from "#app/organisation/revoke-invitation.server.ts";
import { paths } from "#app/paths.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { flash } from "#app/ui/flash.server.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Panel } from "#app/ui/panel.tsx";
import { FormerMembers, MemberTable, WaitingTable } from "./member-tables.tsx";

export const meta = pageTitle("organisation:members.title");

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request);
  const [all, waiting] = await withTenant(scope, async (tx) => [await members(scope, tx).list(), await invitations(scope, tx).listWaiting("member")] as const, { readOnly: true });
  const may = mayChangeMembers(scope);
  const at = now();
  const shown = all.map(({ id, personId, name, email, title, roles, active }) => ({ id, name, email, title, roles, active, you: personId === scope.personId }));
  return {
    organisation: scope.organisationName,
    may,
    active: shown.filter(({ active }) => active),
    former: shown.filter(({ active }) => !active),
    waiting: may ? waiting.map(({ id, email, name, roles, invitedByName, expiresAt }) => ({ id, email, name, roles, invitedByName, expiresAt: expiresAt.toISOString(), expired: expiresAt <= at })) : [],
  };
}

/** Sends a waiting invitation again, or takes it back. */
export async function action({ request }: ActionFunctionArgs) {
  const { scope, language } = await requireMember(request, "administrator");
  const form = await request.formData();
  const invitationId = uuidIn(form.get("invitation"));
  const at = now();
  const back = (tone: "ok" | "late", text: string, values?: Record<string, string>) => redirect(paths.members(), { headers: flash({ tone, text, values }) });
  if (invitationId === null) return back("late", "organisation:members.gone");
  if (form.get("intent") === "revoke") {
    const done = await revokeInvitation(scope, { invitationId, at });
    return done.ok ? back("ok", "organisation:members.revoked") : back("late", "organisation:members.gone");
  }
  const done = await resendInvitation(scope, { invitationId, language, at });
  return done.ok ? back("ok", "organisation:members.resent", { email: done.email }) : back("late", "organisation:members.gone");
}

function uuidIn(value: FormDataEntryValue | null): string | null {
  return typeof value === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value) ? value : null;
}

export default function Members() {
  const { t } = useTranslation("organisation");
  const { organisation, may, active, former, waiting } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("members.title")} lead={`${t("members.lead", { organisation })} ${may ? "" : t("members.only")}`}
        actions={may ? <Button component={Link} to={paths.inviteMember()}>{t("members.invite")}</Button> : undefined}
      />
      <Panel title={t("members.active")} flush><MemberTable rows={active} may={may} /></Panel>
      {waiting.length > 0 ? <Panel title={t("members.waiting")} lead={t("members.waitingLead")} flush><WaitingTable rows={waiting} /></Panel> : null}
      {former.length > 0 ? <Panel title={t("members.former")} lead={t("members.formerLead")}><FormerMembers rows={former} /></Panel> : null}
    </>
  );
}
