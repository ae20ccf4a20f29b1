import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/paths.ts";
import type { ItemView, ListedCatalogue } from "#app/questionnaire/catalogues/present-catalogue.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Panel } from "#app/ui/panel.tsx";
import classes from "./catalogue.module.css";

type Found = ListedCatalogue & { total: number; found: readonly ItemView[] };

/** What a search through all catalogues found, catalogue by catalogue. */
export function FoundItems({ query, found, most }: { query: string; found: readonly Found[]; most: number }) {
  const { t } = useTranslation("catalogue");
  const total = found.reduce((sum, one) => sum + one.total, 0);
  if (total === 0) return <EmptyState icon="search" title={t("none")}>{t("noneText")}</EmptyState>;
  return (
    <>
      <p role="status" className={classes.count}>{t("found", { count: total })}{found.some((one) => one.total > most) ? ` ${t("foundFew", { most })}` : ""}</p>
      {found.map(({ id, title, total: all, found: items }) => (
        <Panel key={id} title={<Link to={`${paths.catalogue(id)}?q=${encodeURIComponent(query)}`}>{title}</Link>} lead={t("found", { count: all })}>
          <ul className={classes.results}>
            {items.map((item) => (
              <li key={item.anchor}>
                <Link to={paths.catalogue(id, item.anchor)} className={classes.id}>{item.id}</Link>
                <span>{item.text}</span>
              </li>
            ))}
          </ul>
        </Panel>
      ))}
    </>
  );
}
