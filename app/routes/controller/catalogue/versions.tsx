import { Button } from "@mantine/core";
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/paths.ts";
import { ConfirmButton } from "#app/ui/confirm-button.tsx";
import { Mark } from "#app/ui/mark.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./catalogue.module.css";

const FORMATS = ["csv", "xlsx", "json"] as const;

/** The catalogue as a file, in each form there is. */
export function CatalogueDownloads({ id }: { id: string }) {
  const { t } = useTranslation("catalogue");
  return <>{FORMATS.map((format) => <Button key={format} component="a" href={`${paths.catalogueExport(id)}?format=${format}`} download variant="default">{`${t("export.label")} ${t(`export.${format}`)}`}</Button>)}</>;
}

type Version = { id: string; version: number; importedAt: string; importedByName: string; retired: boolean };

/** Every version of an own catalogue, what came with each, and the way out of use. */
export function CatalogueVersions({ id, versions, may }: { id: string; versions: readonly Version[]; may: boolean }) {
  const { t } = useTranslation("catalogue");
  const format = useFormat();
  return (
    <Panel title={t("versions.title")} actions={may ? <ConfirmButton label={t("retire.label")} question={t("retire.question")} confirm={t("retire.confirm")} intent="retire" /> : null}>
      <ul className={classes.versions}>
        {versions.map((one, place) => {
          const before = versions[place + 1];
          const said = t("versions.one", { version: one.version, date: format.date(one.importedAt), name: one.importedByName });
          return (
            <li key={one.id}>
              {one.id === id ? <strong>{said}</strong> : <Link to={paths.catalogue(one.id)}>{said}</Link>}
              {one.id === id ? <Mark tone="ok">{t("versions.current")}</Mark> : null}
              {one.retired ? <Mark tone="rest" icon="archive">{t("retired")}</Mark> : null}
              {before ? <Link to={paths.catalogueChanges(one.id)}>{t("versions.changes", { version: before.version })}</Link> : null}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
