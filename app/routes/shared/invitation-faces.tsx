import { Button, Fieldset, Stack } from "@mantine/core";
import { Form, Link, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { InvitationFace } from "#app/organisation/invitation-face.ts";
import { paths } from "#app/paths.ts";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { FrontPage } from "#app/ui/front-page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import classes from "./form.module.css";
import { NewOrganisationFields } from "./organisation-fields.tsx";
import { NewPersonFields } from "./person-fields.tsx";
import { typedIn } from "./refused.ts";
import type { Refused } from "./refused.ts";
import { SignOutButton } from "./sign-out-button.tsx";

export type InvitationView = {
  kind: "member" | "processor";
  organisationName: string;
  processorName: string;
  processorCvr: string | null;
  email: string;
  name: string;
  roles: string[];
  createsOrganisation: boolean;
};
type Person = { name: string; email: string } | null;
type AcceptProps = { newcomer: boolean; view: InvitationView; person: Person; refused: Refused | undefined };

/** The form that accepts: the organisation when one is created, and the person when somebody new comes. */
export function AcceptForm({ newcomer, view, person, refused }: AcceptProps) {
  const { t } = useTranslation("auth");
  const typed = typedIn(refused);
  const errors = refused?.errors;
  return (
    <Form method="post" noValidate>
      <FormErrorSummary errors={errors} />
      <Stack gap="xl">
        {view.createsOrganisation ? (
          <Fieldset variant="unstyled" legend={t("invitation.createOrganisation")} className={classes.part}>
            <p>{t("invitation.createOrganisationLead")}</p>
            <NewOrganisationFields errors={errors} name={typed("organisation", view.processorName)} cvr={typed("cvr")} fixedCvr={view.processorCvr} />
          </Fieldset>
        ) : null}
        {newcomer ? (
          <Fieldset variant="unstyled" legend={t("person.heading")} className={classes.part}>
            <dl className={classes.fixed}><dt>{t("person.email")}</dt><dd>{view.email}</dd></dl>
            {/* Lets a password manager keep the address with the password; the invitation's address counts. */}
            <input type="hidden" name="username" autoComplete="username" value={view.email} />
            <NewPersonFields errors={errors} name={typed("name", view.name)} title={typed("title")} />
          </Fieldset>
        ) : (
          <p>{t("invitation.asYou", { name: person?.name })}</p>
        )}
        <SubmitButton size="md">{t(newcomer ? "invitation.submitNew" : "invitation.submitExisting")}</SubmitButton>
      </Stack>
    </Form>
  );
}

type BlockedProps = { face: Exclude<InvitationFace, "new-person" | "existing-person">; view: InvitationView; person: Person };

/** What stands in the way, and what to do about it. */
export function Blocked({ face, view, person }: BlockedProps) {
  const { t } = useTranslation("auth");
  const { pathname } = useLocation();
  const signIn = (to: string) => <Button component={Link} to={to}>{t("invitation.signIn")}</Button>;
  if (face === "sign-in-first") {
    return (
      <FrontPage title={t("invitation.title")} lead={t("invitation.signInFirst", { email: view.email })}>
        {signIn(`${paths.signIn()}?next=${encodeURIComponent(pathname)}`)}
      </FrontPage>
    );
  }
  if (face === "other-person") {
    return (
      <FrontPage title={t("invitation.title")} lead={t("invitation.otherPerson", { email: person?.email, invited: view.email })}>
        <SignOutButton next={pathname} />
      </FrontPage>
    );
  }
  const lead = t(`invitation.${face}`, { organisation: view.organisationName, processor: view.processorName });
  return (
    <FrontPage title={t(`invitation.${face}Title`, { processor: view.processorName })} lead={lead}>
      {face === "accepted" ? signIn(paths.signIn()) : null}
    </FrontPage>
  );
}
