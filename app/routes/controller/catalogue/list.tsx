import { Button, TextInput } from "@mantine/core";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { mayWrite } from "#app/agreement/may.ts";
import { requireController } from "#app/auth/guard.server.ts";
import { paths } from "#app/paths.ts";
import { listCatalogues } from "#app/questionnaire/catalogues/built-in.ts";
import { ownCatalogues } from "#app/questionnaire/catalogues/own/own-catalogues.server.ts";
import { presentGroups, presentListed } from "#app/questionnaire/catalogues/present-catalogue.ts";
import type { ListedCatalogue } from "#app/questionnaire/catalogues/present-catalogue.ts";
import { readItemFilter, searchItems } from "#app/questionnaire/catalogues/search-items.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FilterBar } from "#app/ui/filter-bar.tsx";
import { Mark } from "#app/ui/mark.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Panel } from "#app/ui/panel.tsx";
import classes from "./catalogue.module.css";
import { FoundItems } from "./found-items.tsx";

export const meta = pageTitle("catalogue:title");

/** Most items shown of each catalogue that a search found some in. */
const MOST = 10;

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope, language } = await requireController(request);
  const { query } = readItemFilter(new URL(request.url));
  const own = await withTenant(scope, (tx) => ownCatalogues(tx, scope).newest({ retired: true }), { readOnly: true });
  const all = [...listCatalogues().map((catalogue) => ({ id: catalogue.id, catalogue })), ...own.filter(({ retired }) => !retired).map(({ id, content }) => ({ id, catalogue: content }))];
  const found = query === "" ? null : all.flatMap(({ id, catalogue }) => {
    const items = searchItems(catalogue, { query, show: "all" });
    return items.length === 0 ? [] : [{ ...presentListed(catalogue, language, id), total: items.length, found: presentGroups(catalogue, items.slice(0, MOST), language).flatMap((group) => group.items) }];
  });
  return {
    query, found, most: MOST, may: mayWrite(scope), builtIn: listCatalogues().map((one) => presentListed(one, language)),
    own: own.map(({ id, content, retired }) => ({ ...presentListed(content, language, id), retired })),
  };
}

export default function Catalogues() {
  const { t } = useTranslation("catalogue");
  const { query, found, most, may, builtIn, own } = useLoaderData<typeof loader>();
  const add = may ? <Button component={Link} to={paths.catalogueImport()} variant="default">{t("import")}</Button> : null;
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} actions={add} />
      <FilterBar active={query !== ""}>
        <TextInput name="q" type="search" label={t("search")} placeholder={t("searchHint")} defaultValue={query} key={query} className={classes.search} />
      </FilterBar>
      {found ? <FoundItems query={query} found={found} most={most} /> : (
        <>
          <Panel title={t("built")} flush><CatalogueTable caption={t("built")} rows={builtIn} /></Panel>
          <Panel title={t("own")} lead={t("ownLead")} flush={own.length > 0}>
            {own.length > 0 ? <CatalogueTable caption={t("own")} rows={own} /> : <EmptyState icon="catalogues" title={t("ownNone")} action={add}>{<a href={paths.catalogueTemplate()} download>{t("template")}</a>}</EmptyState>}
          </Panel>
        </>
      )}
    </>
  );
}

function CatalogueTable({ caption, rows }: { caption: string; rows: readonly (ListedCatalogue & { retired?: boolean })[] }) {
  const { t } = useTranslation("catalogue");
  return (
    <DataTable
      caption={caption} rows={rows} rowKey={({ id }) => id}
      columns={[
        {
          key: "name", header: t("name"), names: true,
          cell: (row) => <><Link to={paths.catalogue(row.id)}>{row.title}</Link>{row.standing === "own" ? <span className={classes.version}>{t("versionNumber", { version: row.version })}</span> : null}<span className={classes.about}>{row.about}</span></>,
        },
        { key: "standing", header: t("standingHeader"), cell: (row) => (row.retired ? <Mark tone="rest" icon="archive">{t("retired")}</Mark> : <StandingMark standing={row.standing} />) },
        { key: "items", header: t("items"), align: "end", cell: (row) => row.items },
        { key: "critical", header: t("critical"), align: "end", cell: (row) => row.critical },
        { key: "limits", header: t("limits"), align: "end", cell: (row) => row.limits },
      ]}
    />
  );
}

/** What a catalogue is, in a word: guidance, somebody's example, a frame, or one's own. */
export function StandingMark({ standing }: { standing: ListedCatalogue["standing"] }) {
  const { t } = useTranslation("catalogue");
  return <Mark tone={standing === "guidance" ? "wait" : "rest"} icon={standing === "guidance" ? "seal" : standing === "own" ? "organisation" : "file"}>{t(`standing.${standing}`)}</Mark>;
}
