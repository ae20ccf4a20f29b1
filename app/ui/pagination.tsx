import { Link, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Icon } from "./icon.tsx";
import classes from "./pagination.module.css";
import { pageQuery } from "./sort.ts";
import { useFormat } from "./use-format.ts";

/** Previous and next page of a list, and which part of it is shown. Nothing when all of it is. */
export function Pagination({ page, size, total }: { page: number; size: number; total: number }) {
  const { t } = useTranslation("frame");
  const { search } = useLocation();
  const format = useFormat();
  if (total <= size && page === 1) return null;
  const from = Math.min((page - 1) * size + 1, total);
  const to = Math.min(page * size, total);
  return (
    <nav className={classes.pages} aria-label={t("pagination.label")}>
      {page > 1 ? (
        <Link to={pageQuery(search, page - 1)} rel="prev" className={classes.step}><Icon name="left" />{t("pagination.previous")}</Link>
      ) : <span />}
      <span className={classes.range}>
        {t("pagination.range", { from: format.number(from), to: format.number(to), total: format.number(total) })}
      </span>
      {to < total ? (
        <Link to={pageQuery(search, page + 1)} rel="next" className={classes.step}>{t("pagination.next")}<Icon name="right" /></Link>
      ) : <span />}
    </nav>
  );
}
