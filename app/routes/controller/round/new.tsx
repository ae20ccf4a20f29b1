import { Button, Group, Stack } from "@mantine/core";
import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { processors } from "#app/agreement/processors.server.ts";
import { requireController } from "#app/auth/guard.server.ts";
import { now } from "#app/config/clock.server.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import { paths } from "#app/paths.ts";
import { WORKERS } from "#app/supervision/may.ts";
import { createRound } from "#app/supervision/round/create-round.server.ts";
import { pickedAgreements } from "#app/supervision/round/picked-agreements.server.ts";
import { readRoundFilter } from "#app/supervision/round/round-filter.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { translate } from "#app/text/translate.server.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { TextField } from "#app/ui/field.tsx";
import { flash } from "#app/ui/flash.server.ts";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { PickedCount } from "./picked-count.tsx";
import { PickingForm } from "./picking-form.tsx";

export const meta = pageTitle("round:new.title");

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope } = await requireController(request, ...WORKERS);
  const filter = readRoundFilter(new URL(request.url));
  const today = copenhagenDate(now());
  return withTenant(scope, async (tx) => ({
    filter, picked: await pickedAgreements(tx, scope, filter).count(), processors: (await processors(tx, scope).options()).map(({ id, name }) => ({ id, name })),
    // The year of what is due; where no day is given, what is planned at the end of a year is next year's.
    year: filter.dueBy === "" ? Number(today.slice(0, 4)) + (today.slice(5) >= "11-01" ? 1 : 0) : Number(filter.dueBy.slice(0, 4)),
  }), { readOnly: true });
}

export async function action({ request }: ActionFunctionArgs) {
  const { scope, language } = await requireController(request, ...WORKERS);
  const form = await request.formData();
  const title = String(form.get("title") ?? "");
  const made = await withTenant(scope, (tx) => createRound(tx, scope, { title, filter: readRoundFilter(new URL(request.url)), language, today: copenhagenDate(now()) }));
  if (made.ok) return redirect(paths.round(made.roundId), { headers: flash({ tone: "ok", text: "round:created", values: { count: made.picked } }) });
  return data({ errors: { [made.reason === "no-title" ? "title" : ""]: String(translate(language, "round")(`error.${made.reason}`)) } }, { status: 422 });
}

export default function NewRound() {
  const { t } = useTranslation("round");
  const { filter, picked, processors: choices, year } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.errors ?? null;
  return (
    <>
      <PageHeader title={t("new.title")} lead={t("new.lead")} crumbs={[{ to: paths.supervisions(), label: t("frame:nav.supervisions") }, { to: paths.rounds(), label: t("title") }]} />
      <Stack gap="lg">
        <Panel title={t("new.filter")}><PickingForm filter={filter} processors={choices} /></Panel>
        {picked.total === 0 && Object.values(picked.left).every((count) => count === 0) ? (
          <EmptyState icon="search" title={t("new.nothing")} action={<Button component={Link} to={paths.roundNew()} variant="default">{t("frame:filter.clear")}</Button>}>{t("new.nothingText")}</EmptyState>
        ) : (
          <Panel title={t("new.picked")}>
            <PickedCount picked={picked} dueBy={filter.dueBy} />
            {picked.total > 0 ? (
              <Form method="post" noValidate>
                <Stack gap="md" mt="md" maw="32rem">
                  <FormErrorSummary errors={errors} />
                  <TextField name="title" label={t("new.name")} hint={t("new.nameHint")} errors={errors} defaultValue={t("new.suggested", { year })} maxLength={150} />
                  <Group><SubmitButton>{t("new.create")}</SubmitButton></Group>
                </Stack>
              </Form>
            ) : null}
          </Panel>
        )}
      </Stack>
    </>
  );
}
