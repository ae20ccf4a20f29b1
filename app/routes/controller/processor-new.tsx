import { Button, Stack } from "@mantine/core";
import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { createProcessor } from "#app/agreement/create-processor.server.ts";
import { WRITERS } from "#app/agreement/may.ts";
import { newProcessorForm } from "#app/agreement/processor-form.ts";
import { processors } from "#app/agreement/processors.server.ts";
import { requireController } from "#app/auth/guard.server.ts";
import { forbidden } from "#app/auth/refusals.ts";
import { paths } from "#app/paths.ts";
import { readForm, refuse } from "#app/routes/shared/read-form.server.ts";
import { typedIn } from "#app/routes/shared/refused.ts";
import type { Refused } from "#app/routes/shared/refused.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { flash } from "#app/ui/flash.server.ts";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { ProcessorDirectory } from "./processor-directory.tsx";
import { ProcessorFields } from "./processor-fields.tsx";
import classes from "./processor.module.css";

export const meta = pageTitle("processor:new.title");

type Existing = { id: string; name: string };
type Answer = Refused & { existing?: Existing; offer?: Existing };

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope } = await requireController(request, ...WRITERS);
  const { searchParams } = new URL(request.url);
  const search = (searchParams.get("q") ?? "").trim().slice(0, 100);
  return withTenant(scope, async (tx) => {
    const register = processors(tx, scope);
    const entries = search === "" ? [] : await register.directory(search);
    const found = [];
    for (const entry of entries) found.push({ ...entry, registeredAs: (await register.findByOrganisation(entry.id))?.id ?? null });
    return { search, found, chosen: found.find((entry) => entry.id === searchParams.get("organisation") && entry.registeredAs === null) ?? null };
  }, { readOnly: true });
}

export async function action({ request }: ActionFunctionArgs) {
  const { scope, language } = await requireController(request, ...WRITERS);
  const form = await request.formData();
  const read = readForm(form, newProcessorForm);
  if (!read.ok) return refuse(form, language, read.keys);
  const added = await withTenant(scope, (tx) => createProcessor(tx, scope, read.value));
  if (added.ok) return redirect(paths.processor(added.id), { headers: flash({ tone: "ok", text: added.linked ? "processor:new.linked" : "processor:new.done" }) });
  const typed = Object.fromEntries([...new Set(form.keys())].map((name) => [name, form.getAll(name).map(String)]));
  if (added.reason === "duplicate") return data<Answer>({ errors: {}, typed, existing: added.existing }, { status: 422 });
  if (added.reason === "in-directory") return data<Answer>({ errors: {}, typed, offer: added.offer }, { status: 422 });
  return added.reason === "role" ? forbidden() : refuse(form, language, { "": "processor:error.not-in-directory" });
}

export default function NewProcessor() {
  const { t } = useTranslation("processor");
  const { search, found, chosen } = useLoaderData<typeof loader>();
  const answer: Answer | undefined = useActionData<typeof action>();
  const typed = typedIn(answer);
  const begin: Record<string, string | null | undefined> = { name: chosen?.name, cvr: chosen?.cvr };
  return (
    <>
      <PageHeader title={t("new.title")} lead={t("new.lead")} crumbs={[{ to: paths.processors(), label: t("list.title") }]} />
      <ProcessorDirectory search={search} found={found} />
      <Panel title={t(chosen ? "new.chosen" : "new.own")} lead={t(chosen ? "new.chosenLead" : "new.ownLead")}>
        <Form method="post" action={`${paths.processorNew()}?${new URLSearchParams({ q: search, organisation: chosen?.id ?? "" })}`} id="register" noValidate className={classes.narrow}>
          <Stack gap="md">
            <FormErrorSummary errors={answer?.errors} />
            {answer?.existing ? (
              <Notice tone="soon" role="alert" title={t("new.duplicate")}>
                <p>{t("new.duplicateText")} <Link to={paths.processor(answer.existing.id)}>{t("new.toExisting", { name: answer.existing.name })}</Link></p>
              </Notice>
            ) : null}
            {answer?.offer ? (
              <Notice role="alert" title={t("new.offer", { name: answer.offer.name })}>
                <p>{t("new.offerText")}</p>
                <div className={classes.choices}>
                  <Button type="submit" name="organisation" value={answer.offer.id}>{t("new.join", { name: answer.offer.name })}</Button>
                  <Button type="submit" name="organisation" value="none" variant="default">{t("new.decline")}</Button>
                </div>
              </Notice>
            ) : null}
            {chosen ? <input type="hidden" name="organisation" value={chosen.id} /> : null}
            <ProcessorFields errors={answer?.errors} typed={(name) => typed(name, begin[name] ?? undefined)} fixed={chosen !== null} key={chosen?.id} />
            {answer?.offer ? null : <div><SubmitButton>{t("new.submit")}</SubmitButton></div>}
          </Stack>
        </Form>
      </Panel>
    </>
  );
}
