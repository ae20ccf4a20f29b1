import { Button, Group, Stack } from "@mantine/core";
import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { isRowId } from "#app/domain/identity/row-id.ts";
import { requireController } from "#app/auth/guard.server.ts";
import { notFound } from "#app/auth/refusals.ts";
import { now } from "#app/config/clock.server.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import { paths } from "#app/paths.ts";
import { findSupervision } from "#app/supervision/find-supervision.server.ts";
import { WORKERS } from "#app/supervision/may.ts";
import { WITHDRAWABLE, withdrawSupervision } from "#app/supervision/withdraw-supervision.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { translate } from "#app/text/translate.server.ts";
import { flash } from "#app/ui/flash.server.ts";
import { LongTextField } from "#app/ui/field.tsx";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";

export const meta = pageTitle("supervision:withdraw.title");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireController(request, ...WORKERS);
  const { supervisionId } = params;
  if (!isRowId(supervisionId)) return notFound();
  const found = await withTenant(scope, (tx) => findSupervision(tx, scope, supervisionId, copenhagenDate(now())), { readOnly: true });
  if (!found) return notFound();
  if (!WITHDRAWABLE.includes(found.state)) throw redirect(paths.supervision(supervisionId));
  return { id: found.id, title: found.title, processorName: found.processorName, draft: found.state === "draft" };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, language } = await requireController(request, ...WORKERS);
  const { supervisionId } = params;
  if (!isRowId(supervisionId)) return notFound();
  const reason = String((await request.formData()).get("reason") ?? "").slice(0, 2_000);
  const done = await withTenant(scope, (tx) => withdrawSupervision(tx, scope, { supervisionId, reason, at: now() }));
  if (done.ok) return redirect(paths.supervision(supervisionId), { headers: flash({ tone: "ok", text: "supervision:done.withdrawn" }) });
  if (done.reason === "not-found") return notFound();
  const t = translate(language, "supervision");
  return data({ errors: { [done.reason === "needs-reason" ? "reason" : ""]: String(t(`errors.${done.reason}`)) } }, { status: 422 });
}

export default function Withdraw() {
  const { t } = useTranslation("supervision");
  const { id, title, processorName, draft } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.errors ?? null;
  return (
    <>
      <PageHeader title={t("withdraw.title")} crumbs={[{ to: paths.supervisions(), label: t("frame:nav.supervisions") }, { to: paths.supervision(id), label: title }]} />
      <Panel title={t("withdraw.question", { title, processor: processorName })} lead={t(draft ? "withdraw.textDraft" : "withdraw.text", { processor: processorName })}>
        <Form method="post">
          <Stack gap="md" maw="44rem">
            <FormErrorSummary errors={errors} />
            <LongTextField name="reason" label={t("withdraw.reason")} hint={t(draft ? "withdraw.reasonHintDraft" : "withdraw.reasonHint")} errors={errors} rows={3} maxLength={2000} />
            <Group gap="sm">
              <SubmitButton color="red">{t("withdraw.do")}</SubmitButton>
              <Button component={Link} to={paths.supervision(id)} variant="subtle">{t("cancel")}</Button>
            </Group>
          </Stack>
        </Form>
      </Panel>
    </>
  );
}
