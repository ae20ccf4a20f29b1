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
import { MOST_PROBLEMS } from "#app/questionnaire/catalogues/check-catalogue.ts";
import { importCatalogue } from "#app/questionnaire/catalogues/own/import-catalogue.server.ts";
import { previewCatalogue } from "#app/questionnaire/catalogues/own/preview-catalogue.server.ts";
import { readCatalogueFile } from "#app/questionnaire/catalogues/own/read-catalogue-file.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { FileField } from "#app/ui/field.tsx";
import { flash } from "#app/ui/flash.server.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { ImportPreview, Problems } from "./preview.tsx";

export const meta = pageTitle("catalogue:importPage.title");

export async function loader({ request }: LoaderFunctionArgs) {
  await requireController(request, ...WRITERS);
  return null;
}

/** Reads a file and shows what it holds; the confirmed content comes back with the form and is checked all over again. */
export async function action({ request }: ActionFunctionArgs) {
  const { scope, language } = await requireController(request, ...WRITERS);
  const form = await request.formData();
  if (form.get("intent") === "confirm") {
    const again = await readCatalogueFile(Buffer.from(String(form.get("content") ?? ""), "utf8"));
    if (!again.ok) return data({ refused: "stale" as const }, { status: 422 });
    const done = await withTenant(scope, (tx) => importCatalogue(tx, scope, again.catalogue, { base: Number(form.get("base")), fileName: String(form.get("fileName") ?? "").slice(0, 200), at: now() }));
    if (done.ok) return redirect(paths.catalogue(done.id), { headers: flash({ tone: "ok", text: "catalogue:importPage.done" }) });
    return done.reason === "role" ? forbidden() : data({ refused: done.reason }, { status: 409 });
  }
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) return data({ refusal: "missing" as const }, { status: 422 });
  const read = await readCatalogueFile(Buffer.from(await file.arrayBuffer()));
  if (!read.ok && "reason" in read) return data({ refusal: read.reason }, { status: 422 });
  if (!read.ok) return data({ problems: read.problems }, { status: 422 });
  const preview = await withTenant(scope, (tx) => previewCatalogue(tx, scope, read.catalogue, language), { readOnly: true });
  return data({ preview: { ...preview, fileName: file.name, content: JSON.stringify(read.catalogue) } });
}

export default function ImportCatalogue() {
  const { t } = useTranslation("catalogue");
  const answer = useActionData<typeof action>();
  const refusal = answer && "refusal" in answer ? answer.refusal : null;
  return (
    <>
      <PageHeader title={t("importPage.title")} lead={t("importPage.lead")} crumbs={[{ to: paths.catalogues(), label: t("title") }]} />
      <Stack gap="lg">
        {answer && "refused" in answer ? <Notice tone="late" role="alert" title={t(`importPage.${answer.refused}`)} /> : null}
        {answer && "problems" in answer ? <Problems problems={answer.problems} most={MOST_PROBLEMS} /> : null}
        {answer && "preview" in answer ? <ImportPreview preview={answer.preview} /> : (
          <Panel title={t("importPage.step")} lead={t("importPage.fromTemplate")} actions={<Button component="a" href={paths.catalogueTemplate()} download variant="default">{t("template")}</Button>}>
            <Form method="post" encType="multipart/form-data" noValidate>
              <Stack gap="lg">
                <FileField name="file" label={t("importPage.file")} hint={t("importPage.fileHint")} accept=".xlsx,.json,application/json" errors={refusal ? { file: t(`refusal.${refusal}`) } : null} />
                <div><SubmitButton intent="read">{t("importPage.read")}</SubmitButton></div>
              </Stack>
            </Form>
          </Panel>
        )}
      </Stack>
    </>
  );
}
