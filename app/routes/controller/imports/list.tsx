import { Button, Group } from "@mantine/core";
import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { importVocabulary } from "#app/agreement/import/import-vocabulary.server.ts";
import { listImports } from "#app/agreement/import/find-import.server.ts";
import type { ImportView } from "#app/agreement/import/find-import.server.ts";
import { MOST_IMPORT_ROWS, stageImport } from "#app/agreement/import/stage-import.server.ts";
import { mayWrite, WRITERS } from "#app/agreement/may.ts";
import { requireController } from "#app/auth/guard.server.ts";
import { paths } from "#app/paths.ts";
import { readTable, tableLimits } from "#app/spreadsheet/read-table.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { translate } from "#app/text/translate.server.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import type { Column } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FileField } from "#app/ui/field.tsx";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./imports.module.css";

export const meta = pageTitle("imports:title");

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope } = await requireController(request);
  return { imports: await withTenant(scope, (tx) => listImports(tx, scope.organisationId), { readOnly: true }), may: mayWrite(scope) };
}

export async function action({ request }: ActionFunctionArgs) {
  const { scope, language } = await requireController(request, ...WRITERS);
  const file = (await request.formData()).get("file");
  const refuse = (reason: string) => data({ errors: { file: String(translate(language, "imports")(`refused.${reason}`)) } }, { status: 422 });
  if (!(file instanceof File) || file.size === 0) return refuse("no-file");
  // The heading counts as a row too. Sheets that are not imported, as in our own export, may be longer.
  const read = await readTable(Buffer.from(await file.arrayBuffer()), { ...tableLimits, rows: MOST_IMPORT_ROWS + 100, cut: true });
  if (!read.ok) return refuse(read.reason);
  const staged = await withTenant(scope, (tx) => stageImport(tx, scope, { fileName: file.name, sheets: read.sheets, words: importVocabulary() }));
  return staged.ok ? redirect(paths.import(staged.importId)) : refuse(staged.reason);
}

export default function Imports() {
  const { t } = useTranslation("imports");
  const { imports, may } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.errors ?? null;
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} crumbs={[{ to: paths.agreements(), label: t("frame:nav.agreements") }]} />
      {may ? (
        <Panel title={t("new")} lead={t("newLead")} actions={<Button component="a" href={paths.importTemplate()} download variant="default">{t("template")}</Button>}>
          <Form method="post" encType="multipart/form-data" className={classes.upload}>
            <FormErrorSummary errors={errors} />
            <Group align="end" gap="md">
              <FileField name="file" label={t("file")} accept=".xlsx,.csv,text/csv" errors={errors} />
              <SubmitButton>{t("upload")}</SubmitButton>
            </Group>
          </Form>
        </Panel>
      ) : null}
      <Panel title={t("exportTitle")} lead={t("exportLead")}>
        <Group>
          <Button component="a" href={`${paths.importRegister()}?as=xlsx`} download variant="default">{t("exportXlsx")}</Button>
          <Button component="a" href={`${paths.importRegister()}?as=csv`} download variant="default">{t("exportCsv")}</Button>
        </Group>
      </Panel>
      <Panel title={t("earlier")} flush>
        <DataTable caption={t("earlier")} columns={useImportColumns()} rows={imports} rowKey={({ id }) => id} empty={<EmptyState icon="upload" title={t("none")}>{t("noneText")}</EmptyState>} />
      </Panel>
    </>
  );
}

function useImportColumns(): Column<ImportView>[] {
  const { t } = useTranslation("imports");
  const format = useFormat();
  return [
    { key: "file", header: t("column.file"), names: true, cell: ({ id, fileName }) => <Link to={paths.import(id)}>{fileName}</Link> },
    { key: "state", header: t("column.state"), cell: ({ state }) => t(`state.${state}`) },
    { key: "rows", header: t("column.rows"), align: "end", cell: ({ rowCount, doneCount, state }) => (state === "done" || state === "importing" ? `${format.number(doneCount)} / ${format.number(rowCount)}` : format.number(rowCount)) },
    { key: "by", header: t("column.by"), cell: ({ createdByName }) => createdByName },
    { key: "at", header: t("column.at"), cell: ({ createdAt }) => format.dateTime(createdAt) },
  ];
}
