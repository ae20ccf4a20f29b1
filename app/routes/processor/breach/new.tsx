import { Stack } from "@mantine/core";
import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireProcessor } from "#app/auth/guard.server.ts";
import { now } from "#app/config/clock.server.ts";
import { localTimeOf } from "#app/domain/time/copenhagen-time.ts";
import { paths } from "#app/paths.ts";
import { readForm, refuse } from "#app/routes/shared/read-form.server.ts";
import { tickedIn, typedIn } from "#app/routes/shared/refused.ts";
import { ownBreachForm } from "#app/supervision/breach/own-breach-form.ts";
import { registerBreach } from "#app/supervision/breach/register-breach.server.ts";
import { ANSWERERS } from "#app/supervision/may.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { flash } from "#app/ui/flash.server.ts";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { BreachFields } from "./breach-fields.tsx";
import classes from "./breach.module.css";

export const meta = pageTitle("breach:own.newTitle");

export async function loader({ request }: LoaderFunctionArgs) {
  await requireProcessor(request, ...ANSWERERS);
  return { now: localTimeOf(now()) };
}

export async function action({ request }: ActionFunctionArgs) {
  const { scope, language } = await requireProcessor(request, ...ANSWERERS);
  const form = await request.formData();
  const at = now();
  const read = readForm(form, ownBreachForm(at));
  if (!read.ok) return refuse(form, language, read.keys);
  const { id } = await withTenant(scope, (tx) => registerBreach(tx, scope, read.value, at));
  return redirect(paths.ownBreach(id), { headers: flash({ tone: "ok", text: "breach:own.registered" }) });
}

export default function NewBreach() {
  const { t } = useTranslation("breach");
  const { now } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const typed = typedIn(returned);
  return (
    <>
      <PageHeader title={t("own.newTitle")} lead={t("own.newLead")} crumbs={[{ to: paths.ownBreaches(), label: t("own.title") }]} />
      <Panel>
        <Form method="post" noValidate className={classes.form}>
          <Stack gap="lg">
            <FormErrorSummary errors={returned?.errors} />
            <BreachFields errors={returned?.errors} typed={(name) => typed(name, name === "awareAt" ? now : "")} ticked={tickedIn(returned)("possibleOnly").length > 0} />
            <div><SubmitButton>{t("own.newSubmit")}</SubmitButton></div>
          </Stack>
        </Form>
      </Panel>
    </>
  );
}
