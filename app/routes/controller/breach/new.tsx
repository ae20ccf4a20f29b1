import { Button, SimpleGrid, Stack } from "@mantine/core";
import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireController } from "#app/auth/guard.server.ts";
import { now } from "#app/config/clock.server.ts";
import { localTimeOf } from "#app/domain/time/copenhagen-time.ts";
import { paths } from "#app/paths.ts";
import { readForm, refuse } from "#app/routes/shared/read-form.server.ts";
import { tickedIn, typedIn } from "#app/routes/shared/refused.ts";
import { pickProcessor } from "#app/supervision/breach/pick-processor.server.ts";
import { LEARNED_FROM, newRecordForm } from "#app/supervision/breach/record-form.ts";
import { registerRecord } from "#app/supervision/breach/register-record.server.ts";
import { WORKERS } from "#app/supervision/may.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { LongTextField, RadioField, TextField, TickField, TicksField } from "#app/ui/field.tsx";
import { flash } from "#app/ui/flash.server.ts";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import classes from "./breach.module.css";
import { PickProcessor } from "./pick-processor.tsx";

export const meta = pageTitle("breach:new.title");

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope } = await requireController(request, ...WORKERS);
  const { searchParams } = new URL(request.url);
  const query = (searchParams.get("q") ?? "").trim().slice(0, 100);
  const picked = await withTenant(scope, (tx) => pickProcessor(tx, scope, { processorId: searchParams.get("processor") ?? "", query }), { readOnly: true });
  return { ...picked, query, now: localTimeOf(now()) };
}

export async function action({ request }: ActionFunctionArgs) {
  const { scope, language } = await requireController(request, ...WORKERS);
  const [form, at] = [await request.formData(), now()];
  const read = readForm(form, newRecordForm(at), ["agreementIds"]);
  if (!read.ok) return refuse(form, language, read.keys);
  const done = await withTenant(scope, (tx) => registerRecord(tx, scope, read.value, at));
  if (done.ok) return redirect(paths.breach(done.id), { headers: flash({ tone: "ok", text: "breach:new.done" }) });
  return refuse(form, language, done.reason === "processor" ? { registerId: "breach:error.processor" } : { agreementIds: "breach:error.agreement" });
}

export default function NewBreach() {
  const { t } = useTranslation("breach");
  const { processor, agreements, found, query, now } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const [typed, errors] = [typedIn(returned), returned?.errors];
  const time = (name: "awareAt" | "occurredAt" | "processorAwareAt" | "notifiedAt", otherwise = "") => (
    <TextField name={name} type="datetime-local" label={t(`new.${name}`)} hint={t(`new.${name}Hint`)} errors={errors} required={name === "awareAt"} defaultValue={typed(name, otherwise)} />
  );
  const long = (name: "nature" | "categories" | "consequences" | "measures") => <LongTextField name={name} label={t(`field.${name}`)} errors={errors} required={false} rows={2} autosize minRows={2} maxLength={8000} defaultValue={typed(name)} />;
  return (
    <>
      <PageHeader title={t("new.title")} lead={t("new.lead")} crumbs={[{ to: paths.breaches(), label: t("list.title") }]} />
      {processor === null ? <PickProcessor found={found} query={query} /> : (
        <Panel title={t("new.at", { name: processor.name })} actions={<Button component={Link} to={paths.breachNew()} variant="default" size="compact-md">{t("new.another")}</Button>}>
          <Form method="post" noValidate className={classes.form}>
            <Stack gap="lg">
              <FormErrorSummary errors={errors} />
              <input type="hidden" name="registerId" value={processor.id} />
              <TextField name="title" label={t("field.title")} hint={t("new.titleHint")} errors={errors} maxLength={200} autoComplete="off" defaultValue={typed("title")} />
              <RadioField name="source" label={t("new.source")} errors={errors} chosen={typed("source") ?? null} options={LEARNED_FROM.map((value) => ({ value, label: t(`learned.${value}`) }))} />
              {agreements.length === 0 ? null : (
                <TicksField
                  name="agreementIds" label={t("new.agreement")} hint={t("assign.hint")} errors={errors} required={false} chosen={tickedIn(returned)("agreementIds", agreements.length === 1 ? agreements.map(({ id }) => id) : [])}
                  options={agreements.map(({ id, title, status }) => ({ value: id, label: status === "ended" ? t("assign.ended", { title }) : title }))}
                />
              )}
              <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">{time("awareAt", now)}{time("occurredAt")}{time("processorAwareAt")}{time("notifiedAt")}</SimpleGrid>
              {long("nature")}
              {long("categories")}
              <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
                {(["personCount", "recordCount"] as const).map((name) => <TextField key={name} name={name} inputMode="numeric" label={t(`field.${name}`)} errors={errors} required={false} maxLength={14} autoComplete="off" defaultValue={typed(name)} />)}
              </SimpleGrid>
              {long("consequences")}
              {long("measures")}
              <TickField name="possibleOnly" label={t("form.possibleOnly")} errors={errors} required={false} defaultChecked={tickedIn(returned)("possibleOnly").length > 0} />
              <div><SubmitButton>{t("new.submit")}</SubmitButton></div>
            </Stack>
          </Form>
        </Panel>
      )}
    </>
  );
}
