import { Button, Stack } from "@mantine/core";
import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { WRITERS } from "#app/agreement/may.ts";
import { requireController } from "#app/auth/guard.server.ts";
import { forbidden } from "#app/auth/refusals.ts";
import { now } from "#app/config/clock.server.ts";
import { paths } from "#app/paths.ts";
import { checkDraft } from "#app/questionnaire/builder/check-draft.ts";
import { createQuestionnaire } from "#app/questionnaire/builder/create-questionnaire.server.ts";
import { importFile } from "#app/questionnaire/builder/import-file.server.ts";
import { readDraftText } from "#app/questionnaire/builder/import-result.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { FileField } from "#app/ui/field.tsx";
import { flash } from "#app/ui/flash.server.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Panel } from "#app/ui/panel.tsx";
import classes from "./builder.module.css";
import { ImportPreview } from "./import-preview.tsx";

export const meta = pageTitle("builder:import.title");

export async function loader({ request }: LoaderFunctionArgs) {
  await requireController(request, ...WRITERS);
  return null;
}

/** First the file, which is shown and not stored; then what was shown, read and checked anew, as a draft. */
export async function action({ request }: ActionFunctionArgs) {
  const { scope } = await requireController(request, ...WRITERS);
  const form = await request.formData();
  if (form.get("intent") === "confirm") {
    const read = readDraftText(String(form.get("questionnaire") ?? ""));
    if (!read.ok) return data({ name: "", read, left: [] }, { status: 422 });
    const created = await withTenant(scope, (tx) => createQuestionnaire(tx, scope, read.draft, now()));
    if (!created.ok) return created.reason === "role" ? forbidden() : data({ name: "", read: { ok: false as const, problems: [{ place: "", code: "too-large" as const }] }, left: [] }, { status: 422 });
    return redirect(paths.questionnaire(created.id), { headers: flash({ tone: "ok", text: "builder:import.done" }) });
  }
  const file = form.get("file");
  const name = file instanceof File ? file.name.slice(0, 200) : "";
  const read = file instanceof File && file.size > 0 ? await importFile(Buffer.from(await file.arrayBuffer())) : { ok: false as const, problems: [{ place: "", code: "not-imported" as const }] };
  return data({ name, read, left: read.ok ? checkDraft(read.draft) : [] }, { status: read.ok ? 200 : 422 });
}

export default function ImportQuestionnaire() {
  const { t } = useTranslation("builder");
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader title={t("import.title")} lead={t("import.lead")} crumbs={[{ to: paths.questionnaires(), label: t("title") }]} />
      <Stack gap="lg">
        {answer ? <ImportPreview {...answer} /> : null}
        <Panel title={t(answer?.read.ok ? "import.other" : "import.choose")} lead={t("import.kinds")}>
          <Form method="post" encType="multipart/form-data" className={classes.line}>
            <FileField name="file" label={t("import.file")} accept=".json,.xlsx,application/json" />
            <Button type="submit" variant={answer?.read.ok ? "default" : "filled"} className={classes.low}>{t("import.look")}</Button>
          </Form>
        </Panel>
      </Stack>
    </>
  );
}
