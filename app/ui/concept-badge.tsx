import { useTranslation } from "react-i18next";
import type { Concept } from "#app/domain/concept/concept.ts";
import classes from "./concept-badge.module.css";

/** A supervision concept: its number, and its short name unless there is no room. */
export function ConceptBadge({ concept, short = false }: { concept: Concept; short?: boolean }) {
  const { t } = useTranslation("words");
  return (
    <span className={classes.badge} title={short ? t(`concept.short.${concept}`) : undefined}>
      <span className={classes.number}>
        <span aria-hidden="true">{concept}</span>
        <span className="visually-hidden">{t("concept.number", { concept })}{short ? `: ${t(`concept.short.${concept}`)}` : ""}</span>
      </span>
      {short ? null : <span>{t(`concept.short.${concept}`)}</span>}
    </span>
  );
}
