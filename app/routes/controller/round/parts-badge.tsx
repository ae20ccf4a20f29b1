import { useTranslation } from "react-i18next";
import type { Concept } from "#app/domain/concept/concept.ts";
import { ConceptBadge } from "#app/ui/concept-badge.tsx";
import { useLanguage } from "#app/ui/use-language.ts";
import classes from "./round.module.css";

type Props = { concept: Concept; supplements: readonly Concept[]; own?: { da: string; en: string } | null };

/** What one request asks: the concept that carries it, those that are asked along, and the controller's own questionnaire where there is one. */
export function PartsBadge({ concept, supplements, own = null }: Props) {
  const { t } = useTranslation("round");
  const language = useLanguage();
  return (
    <span className={classes.parts}>
      {[concept, ...supplements].map((part, place) => (
        <span key={part} className={classes.part}>
          {place > 0 ? <><span aria-hidden="true" className={classes.plus}>+</span><span className="visually-hidden">{t("items.with")} </span></> : null}
          <ConceptBadge concept={part} />
        </span>
      ))}
      {own ? <span className={classes.own}>{t("items.own", { title: own[language] })}</span> : null}
    </span>
  );
}
