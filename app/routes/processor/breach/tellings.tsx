import { useTranslation } from "react-i18next";
import type { Telling } from "#app/supervision/breach/load-own-breach.server.ts";
import { Panel } from "#app/ui/panel.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import classes from "./breach.module.css";

/** Who was told, when, and what was new to them. */
export function Tellings({ tellings }: { tellings: readonly Telling[] }) {
  const { t } = useTranslation("breach");
  return (
    <Panel title={t("tellings.title")}>
      {tellings.length === 0 ? <p className={classes.quiet}>{t("tellings.none")}</p> : (
        <Timeline
          label={t("tellings.title")}
          events={tellings.map(({ id, at, by, to, changed, first }) => ({
            id, at, by: t("tellings.by", { name: by }), icon: "mail" as const, title: `${t(first ? "tellings.first" : "tellings.again")}: ${to.join(", ")}`,
            text: changed.length > 0 ? t("tellings.changed", { fields: changed.map((field) => t(`field.${field}`).toLowerCase()).join(", ") }) : undefined,
          }))}
        />
      )}
    </Panel>
  );
}
