import { Stack } from "@mantine/core";
import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { cancelImport } from "#app/agreement/import/cancel-import.server.ts";
import { checkImport } from "#app/agreement/import/check-import.server.ts";
import { confirmImport } from "#app/agreement/import/confirm-import.server.ts";
import { findImport } from "#app/agreement/import/find-import.server.ts";
import type { ImportShow } from "#app/agreement/import/find-import.server.ts";
import { importVocabulary } from "#app/agreement/import/import-vocabulary.server.ts";
import { readMapping } from "#app/agreement/import/read-mapping.ts";
import { undoImport } from "#app/agreement/import/undo-import.server.ts";
import { mayWrite, WRITERS } from "#app/agreement/may.ts";
import { requireController } from "#app/auth/guard.server.ts";
import { notFound } from "#app/auth/refusals.ts";
import { isRowId } from "#app/domain/identity/row-id.ts";
import { paths } from "#app/paths.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { translate } from "#app/text/translate.server.ts";
import { flash } from "#app/ui/flash.server.ts";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { readPage } from "#app/ui/sort.ts";
import { useFormat } from "#app/ui/use-format.ts";
import { ImportColumns } from "./columns-form.tsx";
import { ImportOutcome } from "./outcome.tsx";
import { ImportRows } from "./rows.tsx";

export const meta = pageTitle("imports:title");

const SIZE = 50;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireController(request);
  const url = new URL(request.url);
  const show: ImportShow = (["bad", "good"] as const).find((one) => one === url.searchParams.get("show")) ?? "all";
  const page = readPage(url);
  const found = await withTenant(scope, (tx) => findImport(tx, scope.organisationId, params.importId, { show, skip: (page - 1) * SIZE, take: SIZE }), { readOnly: true });
  return found ? { ...found, show, page, size: SIZE, may: mayWrite(scope) } : notFound();
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, language } = await requireController(request, ...WRITERS);
  const { importId } = params;
  if (!isRowId(importId)) return notFound();
  const form = await request.formData();
  const here = paths.import(importId);
  const refuse = (reason: string) => (reason === "not-found" ? notFound() : data({ errors: { "": String(translate(language, "imports")(`refused.${reason}`)) } }, { status: 422 }));
  switch (form.get("intent")) {
    case "check": {
      const done = await withTenant(scope, (tx) => checkImport(tx, scope, { importId, mapping: readMapping(form), words: importVocabulary() }));
      return done.ok ? redirect(done.bad > 0 ? `${here}?show=bad` : here) : refuse(done.reason);
    }
    case "confirm": {
      const done = await withTenant(scope, (tx) => confirmImport(tx, scope, { importId, version: Number(form.get("version")) }));
      return done.ok ? redirect(here) : refuse(done.reason);
    }
    case "cancel": {
      const done = await withTenant(scope, (tx) => cancelImport(tx, scope, importId));
      return done ? redirect(paths.imports(), { headers: flash({ tone: "ok", text: "imports:cancel.done" }) }) : refuse("not-open");
    }
    case "undo": {
      const done = await withTenant(scope, (tx) => undoImport(tx, scope, importId));
      return done.ok ? redirect(here) : refuse(done.reason);
    }
    default:
      throw new Response(null, { status: 400 });
  }
}

export default function Import() {
  const { t } = useTranslation("imports");
  const format = useFormat();
  const found = useLoaderData<typeof loader>();
  const { run, may } = found;
  const errors = useActionData<typeof action>()?.errors ?? null;
  const open = run.state === "uploaded" || run.state === "checked";
  return (
    <>
      <PageHeader
        title={run.fileName} lead={`${t(`state.${run.state}`)} · ${run.createdByName}, ${format.dateTime(run.createdAt)}`}
        crumbs={[{ to: paths.agreements(), label: t("frame:nav.agreements") }, { to: paths.imports(), label: t("title") }]}
      />
      <Stack gap={20}>
        <FormErrorSummary errors={errors} />
        {open && may ? <ImportColumns run={run} sample={found.sample} /> : null}
        {open ? null : <ImportOutcome run={run} agreements={found.agreements} may={may} />}
        {run.state === "uploaded" ? null : <ImportRows found={found} />}
      </Stack>
    </>
  );
}
