import { Stack } from "@mantine/core";
import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { WRITERS } from "#app/agreement/may.ts";
import { changedProcessorForm } from "#app/agreement/processor-form.ts";
import { processors } from "#app/agreement/processors.server.ts";
import type { ProcessorFields as Fields } from "#app/agreement/processors.server.ts";
import { updateProcessor } from "#app/agreement/update-processor.server.ts";
import { requireController } from "#app/auth/guard.server.ts";
import { forbidden, notFound } from "#app/auth/refusals.ts";
import { paths } from "#app/paths.ts";
import { readForm, refuse } from "#app/routes/shared/read-form.server.ts";
import { typedIn } from "#app/routes/shared/refused.ts";
import type { Refused } from "#app/routes/shared/refused.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { Facts } from "#app/ui/facts.tsx";
import { flash } from "#app/ui/flash.server.ts";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { ProcessorFields } from "./processor-fields.tsx";
import classes from "./processor.module.css";

export const meta = pageTitle<typeof loader>("processor:edit.title", (found) => ({ name: found.name }));

const KEYS = ["name", "cvr", "contactName", "contactEmail", "contactPhone", "managerName", "managerEmail"] as const;
type Answer = Refused & { existing?: { id: string; name: string }; current?: Fields & { version: number } };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireController(request, ...WRITERS);
  const found = await withTenant(scope, (tx) => processors(tx, scope).find(params.processorId ?? ""), { readOnly: true });
  return found ?? notFound();
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, language } = await requireController(request, ...WRITERS);
  const id = params.processorId ?? "";
  const form = await request.formData();
  const read = readForm(form, changedProcessorForm);
  if (!read.ok) return refuse(form, language, read.keys);
  const { version, ...fields } = read.value;
  const changed = await withTenant(scope, (tx) => updateProcessor(tx, scope, id, version, fields));
  if (changed.ok) return redirect(paths.processor(id), { headers: flash({ tone: "ok", text: "processor:edit.done" }) });
  const typed = Object.fromEntries([...form.keys()].map((name) => [name, [String(form.get(name))]]));
  if (changed.reason === "conflict") return data<Answer>({ errors: {}, typed, current: changed.current }, { status: 409 });
  if (changed.reason === "duplicate") return data<Answer>({ errors: {}, typed, existing: changed.existing }, { status: 422 });
  if (changed.reason === "role") return forbidden();
  return changed.reason === "not-found" ? notFound() : refuse(form, language, { cvr: "processor:error.cvr-locked" });
}

export default function EditProcessor() {
  const { t } = useTranslation("processor");
  const found = useLoaderData<typeof loader>();
  const answer: Answer | undefined = useActionData<typeof action>();
  const typed = typedIn(answer);
  const current = answer?.current;
  const differing = current ? KEYS.filter((key) => (current[key] ?? "") !== (typed(key) ?? "")) : [];
  return (
    <>
      <PageHeader title={t("edit.title", { name: found.name })} crumbs={[{ to: paths.processors(), label: t("list.title") }, { to: paths.processor(found.id), label: found.name }]} />
      <Panel>
        <Form method="post" noValidate className={classes.narrow}>
          <Stack gap="md">
            <FormErrorSummary errors={answer?.errors} />
            {current ? (
              <Notice tone="soon" role="alert" title={t("edit.conflict")}>
                <p>{t("edit.conflictText")}</p>
                <Facts facts={differing.map((key) => ({ term: t(`fields.${key}`), value: <>{t("edit.stored", { value: current[key] || t("edit.empty") })}<br />{t("edit.mine", { value: typed(key) || t("edit.empty") })}</> }))} />
              </Notice>
            ) : null}
            {answer?.existing ? (
              <Notice tone="soon" role="alert" title={t("new.duplicate")}>
                <p>{t("new.duplicateText")} <Link to={paths.processor(answer.existing.id)}>{t("new.toExisting", { name: answer.existing.name })}</Link></p>
              </Notice>
            ) : null}
            <input type="hidden" name="version" value={current?.version ?? typed("version") ?? found.version} />
            <ProcessorFields errors={answer?.errors} typed={(name) => typed(name, KEYS.some((key) => key === name) ? (found[name as (typeof KEYS)[number]] ?? "") : "")} cvrFixed={found.organisationId !== null} />
            <div><SubmitButton>{t(current ? "edit.overwrite" : "edit.submit")}</SubmitButton></div>
          </Stack>
        </Form>
      </Panel>
    </>
  );
}
