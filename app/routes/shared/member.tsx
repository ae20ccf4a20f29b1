import { Stack } from "@mantine/core";
import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireMember } from "#app/auth/guard.server.ts";
import { notFound } from "#app/auth/refusals.ts";
import { changeRoles } from "#app/organisation/change-roles.server.ts";
import { deactivateMember } from "#app/organisation/deactivate-member.server.ts";
import { members } from "#app/organisation/members.server.ts";
import { ownOrganisation } from "#app/organisation/organisations.server.ts";
import { rolesForm, versionForm } from "#app/organisation/person-form.ts";
import { rolesOf } from "#app/organisation/roles.ts";
import { paths } from "#app/paths.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { ConfirmButton } from "#app/ui/confirm-button.tsx";
import { flash } from "#app/ui/flash.server.ts";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import classes from "./form.module.css";
import { readForm, refuse } from "./read-form.server.ts";
import { tickedIn } from "./refused.ts";
import { RolesField } from "./role-list.tsx";

export const meta = pageTitle<typeof loader>("organisation:member.page", ({ member }) => ({ name: member.name }));

async function load(scope: Scope, memberId = "") {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(memberId)) notFound();
  const [member, organisation] = await withTenant(scope, async (tx) => [await members(scope, tx).find(memberId), await ownOrganisation(scope, tx).get()] as const, { readOnly: true });
  return { member: member?.active ? member : notFound(), organisation };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request, "administrator");
  const { member, organisation } = await load(scope, params.memberId);
  const { id, name, email, title, roles, version } = member;
  return { member: { id, name, email, title, roles, version }, organisation: organisation.name, possible: rolesOf(organisation), yourself: member.personId === scope.personId };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, language } = await requireMember(request, "administrator");
  const { member } = await load(scope, params.memberId);
  const form = await request.formData();
  const done = (text: string) => redirect(paths.members(), { headers: flash({ tone: "ok", text, values: { name: member.name } }) });
  if (form.get("intent") === "remove") {
    const read = readForm(form, versionForm);
    const removed = read.ok ? await deactivateMember(scope, { memberId: member.id, ...read.value }) : notFound();
    return removed.ok ? done("organisation:member.removed") : refuse(form, language, { "": `organisation:error.${removed.reason}` });
  }
  const read = readForm(form, rolesForm, ["roles"]);
  if (!read.ok) return refuse(form, language, read.keys);
  const changed = await changeRoles(scope, { memberId: member.id, ...read.value });
  return changed.ok ? done("organisation:member.saved") : refuse(form, language, { roles: `organisation:error.${changed.reason}` });
}

export default function MemberPage() {
  const { t } = useTranslation("organisation");
  const { member, organisation, possible, yourself } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { name } = member;
  const errors = refused?.errors;
  const chosen = tickedIn(refused?.typed.intent?.[0] === "roles" ? refused : null)("roles", member.roles);
  return (
    <>
      <PageHeader title={name} lead={[member.email, member.title].filter(Boolean).join(", ")} crumbs={[{ to: paths.members(), label: t("members.title") }]} />
      <FormErrorSummary errors={errors} />
      <Panel title={t("member.roles")} lead={t("member.rolesLead")}>
        <Form method="post" className={classes.narrow}>
          <Stack gap="md">
            <input type="hidden" name="version" value={member.version} />
            <RolesField label={t("member.rolesOf", { name })} roles={possible} chosen={chosen} errors={errors} />
            <div><SubmitButton intent="roles">{t("member.save")}</SubmitButton></div>
          </Stack>
        </Form>
      </Panel>
      {yourself ? null : (
        <Panel title={t("member.remove")} lead={t("member.removeLead", { name })}>
          <ConfirmButton label={t("member.remove")} question={t("member.removeQuestion", { name, organisation })} confirm={t("member.removeYes")} intent="remove" fields={{ version: String(member.version) }} danger />
        </Panel>
      )}
    </>
  );
}
