import { Button } from "@mantine/core";
import { Form, Link, useLocation, useSearchParams } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { FilterFields } from "./field.tsx";
import classes from "./filter-bar.module.css";

/** Filters of a list as a plain GET form; the order of the list is kept, the page is not. */
export function FilterBar({ children, active = false }: { children: ReactNode; active?: boolean }) {
  const { t } = useTranslation("frame");
  const { pathname } = useLocation();
  const [parameters] = useSearchParams();
  const sort = parameters.get("sort");
  return (
    <Form method="get" role="search" aria-label={t("filter.label")} className={classes.bar}>
      {sort ? <input type="hidden" name="sort" value={sort} /> : null}
      <FilterFields.Provider value={true}>{children}</FilterFields.Provider>
      <Button type="submit" variant="default">{t("filter.apply")}</Button>
      {active ? <Link to={pathname} className={classes.clear}>{t("filter.clear")}</Link> : null}
    </Form>
  );
}
