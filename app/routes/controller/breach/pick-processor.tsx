import { Button, TextInput } from "@mantine/core";
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/paths.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FilterBar } from "#app/ui/filter-bar.tsx";
import { Panel } from "#app/ui/panel.tsx";
import classes from "./breach.module.css";

/** The first step: at which processor it happened. */
export function PickProcessor({ found, query }: { found: readonly { id: string; name: string; cvr: string | null }[]; query: string }) {
  const { t } = useTranslation("breach");
  return (
    <Panel title={t("new.where")}>
      <FilterBar active={query !== ""}><TextInput name="q" type="search" label={t("new.find")} defaultValue={query} /></FilterBar>
      {found.length === 0 ? <EmptyState icon="processors" title={t(query === "" ? "new.noProcessor" : "new.noneFound")} action={<Button component={Link} to={paths.processorNew()}>{t("new.toProcessor")}</Button>} /> : (
        <ul className={classes.found}>
          {found.map(({ id, name, cvr }) => <li key={id}><Link to={paths.breachNew(id)}>{name}</Link>{cvr ? <span className={classes.quiet}>CVR {cvr}</span> : null}</li>)}
        </ul>
      )}
    </Panel>
  );
}
