import { useTranslation } from "react-i18next";
import { streamedPaths } from "#app/paths.ts";
import type { PackageView } from "#app/supervision/conclusion/list-packages.server.ts";
import { FileRow } from "#app/ui/file-row.tsx";
import { StateBadge } from "#app/ui/state-badge.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./conclusion.module.css";

/** The packages of a supervision: being built, ready to download, or failed. */
export function PackageList({ packages }: { packages: readonly PackageView[] }) {
  const { t } = useTranslation("assessment");
  const format = useFormat();
  return (
    <ul className={classes.findings} aria-live="polite">
      {packages.map(({ id, state, name, size, sha256, byName, at, language }) => {
        const made = `${t("package.by", { name: byName })} · ${format.dateTime(at)} · ${t(`frame:language.${language === "en" ? "en" : "da"}`)}`;
        return (
          <li key={id}>
            {state === "ready" ? <FileRow name={name} size={size} sha256={sha256} href={streamedPaths.package(id)} meta={<span>{made}</span>} actions={<a href={streamedPaths.package(id)} download>{t("package.download")}</a>} /> : (
              <>
                <StateBadge kind="package" value={state} />
                <span>{t(state === "building" ? "package.building" : "package.failed")}</span>
                <span className={classes.quiet}>{made}</span>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
