import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireController } from "#app/auth/guard.server.ts";
import { notFound } from "#app/auth/refusals.ts";
import { paths } from "#app/paths.ts";
import { inLanguage } from "#app/questionnaire/catalogues/catalogue-schema.ts";
import { diffCatalogues } from "#app/questionnaire/catalogues/diff-catalogues.ts";
import { loadCatalogue } from "#app/questionnaire/catalogues/own/load-catalogue.server.ts";
import { presentDiff } from "#app/questionnaire/catalogues/present-diff.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { CatalogueDiffPanels } from "./diff.tsx";

export const meta = pageTitle<typeof loader>("catalogue:changes.title", ({ title }) => ({ title }));

/** A version of an own catalogue held against the one before it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, language } = await requireController(request);
  const found = await withTenant(scope, (tx) => loadCatalogue(tx, scope, params.catalogueId ?? ""), { readOnly: true });
  if (!found?.own) return notFound();
  const { own, versions } = found;
  const before = versions.find(({ version }) => version < own.version);
  return {
    id: own.id, title: inLanguage(own.content.title, language), after: own.version, before: before?.version ?? 0,
    diff: presentDiff(before?.content ?? { ...own.content, items: [] }, own.content, diffCatalogues(before?.content ?? { ...own.content, items: [] }, own.content), language),
  };
}

export default function CatalogueChanges() {
  const { t } = useTranslation("catalogue");
  const { id, title, before, after, diff } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("changes.title", { title })} lead={t("changes.lead", { before, after })}
        crumbs={[{ to: paths.catalogues(), label: t("title") }, { to: paths.catalogue(id), label: title }]}
      />
      <CatalogueDiffPanels diff={diff} />
    </>
  );
}
