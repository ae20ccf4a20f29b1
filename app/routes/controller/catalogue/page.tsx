import { NativeSelect, TextInput } from "@mantine/core";
import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { mayWrite, WRITERS } from "#app/agreement/may.ts";
import { requireController } from "#app/auth/guard.server.ts";
import { forbidden, notFound } from "#app/auth/refusals.ts";
import { now } from "#app/config/clock.server.ts";
import { paths } from "#app/paths.ts";
import { loadCatalogue } from "#app/questionnaire/catalogues/own/load-catalogue.server.ts";
import { retireCatalogue } from "#app/questionnaire/catalogues/own/retire-catalogue.server.ts";
import { presentGroups, presentListed } from "#app/questionnaire/catalogues/present-catalogue.ts";
import { ITEM_SHOWS, readItemFilter, searchItems } from "#app/questionnaire/catalogues/search-items.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FilterBar } from "#app/ui/filter-bar.tsx";
import { flash } from "#app/ui/flash.server.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import classes from "./catalogue.module.css";
import { CatalogueGroups } from "./groups.tsx";
import { StandingMark } from "./list.tsx";
import { CatalogueDownloads, CatalogueVersions } from "./versions.tsx";

export const meta = pageTitle<typeof loader>("catalogue:pageTitle", ({ head }) => ({ title: head.title }));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, language } = await requireController(request);
  const id = params.catalogueId ?? "";
  const found = await withTenant(scope, (tx) => loadCatalogue(tx, scope, id), { readOnly: true });
  if (!found) return notFound();
  const { catalogue, own } = found;
  const filter = readItemFilter(new URL(request.url));
  const items = searchItems(catalogue, filter);
  return {
    head: presentListed(catalogue, language, id), filter, shown: items.length, groups: presentGroups(catalogue, items, language), retired: own?.retired ?? false,
    versions: found.versions.map(({ id: row, version, importedAt, importedByName, retired }) => ({ id: row, version, importedAt, importedByName, retired })), may: mayWrite(scope),
  };
}

/** Takes a version of an own catalogue out of use. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { scope } = await requireController(request, ...WRITERS);
  const id = params.catalogueId ?? "";
  const done = await withTenant(scope, (tx) => retireCatalogue(tx, scope, id, now()));
  if (!done.ok && done.reason !== "retired") return done.reason === "role" ? forbidden() : notFound();
  return redirect(paths.catalogue(id), { headers: flash({ tone: "ok", text: done.ok ? "catalogue:retire.done" : "catalogue:retire.already" }) });
}

export default function CataloguePage() {
  const { t } = useTranslation("catalogue");
  const { head, filter, shown, groups, retired, versions, may } = useLoaderData<typeof loader>();
  const narrowed = filter.query !== "" || filter.show !== "all";
  return (
    <>
      <PageHeader
        title={head.title} lead={head.about} crumbs={[{ to: paths.catalogues(), label: t("title") }]}
        facts={<><StandingMark standing={head.standing} /><span className={classes.fact}>{t("count", { count: head.items })}</span>{head.standing === "own" ? <span className={classes.fact}>{t("versionNumber", { version: head.version })}</span> : null}</>}
        actions={<CatalogueDownloads id={head.id} />}
      />
      <p className={classes.standing}>{t(`standingText.${head.standing}`)}</p>
      {versions.length > 0 ? <div className={classes.above}><CatalogueVersions id={head.id} versions={versions} may={may && !retired} /></div> : null}
      <FilterBar active={narrowed}>
        <TextInput name="q" type="search" label={t("searchIn")} placeholder={t("searchHint")} defaultValue={filter.query} key={`q${filter.query}`} className={classes.search} />
        <NativeSelect name="show" label={t("show.label")} defaultValue={filter.show} key={filter.show} data={ITEM_SHOWS.map((one) => ({ value: one, label: t(`show.${one}`) }))} />
      </FilterBar>
      {narrowed ? <p role="status" className={classes.count}>{t("found", { count: shown })}</p> : null}
      {shown === 0 ? <EmptyState icon="search" title={t("none")}>{t("noneText")}</EmptyState> : <CatalogueGroups groups={groups} />}
    </>
  );
}
