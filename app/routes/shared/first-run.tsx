import { Fieldset, Stack } from "@mantine/core";
import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { endSession, startSession } from "#app/auth/session.server.ts";
import { createFirstOrganisation, isFirstRunOpen } from "#app/organisation/create-first-organisation.server.ts";
import { firstOrganisationForm } from "#app/organisation/organisation-form.ts";
import { founderForm } from "#app/organisation/person-form.ts";
import { paths } from "#app/paths.ts";
import { pickLanguage } from "#app/text/language.server.ts";
import { TextField } from "#app/ui/field.tsx";
import { flash } from "#app/ui/flash.server.ts";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { FrontPage } from "#app/ui/front-page.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { NewOrganisationFields, SidesField } from "./organisation-fields.tsx";
import { NewPersonFields } from "./person-fields.tsx";
import { readForm, refuse } from "./read-form.server.ts";
import { tickedIn, typedIn } from "./refused.ts";
import classes from "./form.module.css";

export const meta = pageTitle("auth:firstRun.title");

export async function loader({ params }: LoaderFunctionArgs) {
  const open = await isFirstRunOpen(params.token ?? "");
  return data({ open }, { status: open ? 200 : 410 });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const language = pickLanguage(request);
  const form = await request.formData();
  const read = readForm(form, firstOrganisationForm.extend(founderForm.shape), ["sides"]);
  if (!read.ok) return refuse(form, language, read.keys);
  const { sides, ...rest } = read.value;
  const made = await createFirstOrganisation({ ...rest, isController: sides.includes("controller"), isProcessor: sides.includes("processor"), token: params.token ?? "", language });
  if (!made.ok) return refuse(form, language, made.reason === "gone" ? {} : { password: `auth:error.${made.reason}` });
  await endSession(request);
  const welcome = flash({ tone: "ok", text: "auth:firstRun.welcome", values: { organisation: rest.organisation } });
  return redirect(paths.home(), { headers: new Headers([["Set-Cookie", await startSession(made.personId, request)], ["Set-Cookie", welcome["Set-Cookie"]]]) });
}

export default function FirstRun() {
  const { t } = useTranslation("auth");
  const { open } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const typed = typedIn(refused);
  const errors = refused?.errors;
  if (!open) {
    return (
      <FrontPage title={t("firstRun.goneTitle")} lead={t("firstRun.gone")}>
        <p><Link to={paths.signIn()}>{t("signIn.title")}</Link></p>
      </FrontPage>
    );
  }
  return (
    <FrontPage title={t("firstRun.title")} lead={t("firstRun.lead")}>
      <Form method="post" noValidate>
        <FormErrorSummary errors={errors} />
        <Stack gap="xl">
          <Fieldset variant="unstyled" legend={t("invitation.createOrganisation")} className={classes.part}>
            <NewOrganisationFields errors={errors} name={typed("organisation")} cvr={typed("cvr")} />
            <SidesField errors={errors} chosen={tickedIn(refused)("sides", ["controller"])} />
          </Fieldset>
          <Fieldset variant="unstyled" legend={t("person.heading")} className={classes.part}>
            <TextField name="email" type="email" label={t("person.email")} errors={errors} autoComplete="username" defaultValue={typed("email")} />
            <NewPersonFields errors={errors} name={typed("name")} title={typed("title")} />
          </Fieldset>
          <SubmitButton size="md">{t("firstRun.submit")}</SubmitButton>
        </Stack>
      </Form>
    </FrontPage>
  );
}
