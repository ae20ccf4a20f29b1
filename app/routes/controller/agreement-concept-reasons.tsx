import { useTranslation } from "react-i18next";
import { BANDS, CONCEPTS, bandOf, isAllowed } from "#app/domain/concept/concept.ts";
import { Mark } from "#app/ui/mark.tsx";
import classes from "./agreement-concept.module.css";

/** What each concept means, and why the points allow it or not; with the guide's chapters. */
export function ConceptReasons({ points }: { points: number }) {
  const { t } = useTranslation("agreement");
  const { minimum } = bandOf(points);
  const upTo = (concept: (typeof CONCEPTS)[number]) => Math.max(...BANDS.filter((band) => band.allowed.includes(concept)).map((band) => band.to));
  return (
    <details className={classes.reasons}>
      <summary>{t("concept.why")}</summary>
      <dl>
        {CONCEPTS.map((concept) => {
          const allowed = isAllowed(points, concept);
          const key = !allowed ? (concept === 4 ? "whyNotFour" : "whyNot") : concept === minimum ? "whyLowest" : "whyAllowed";
          return (
            <div key={concept} className={classes.reason}>
              <dt>{t("words:concept.number", { concept })}: {t(`words:concept.short.${concept}`)} <Mark tone={allowed ? "ok" : "rest"} icon={allowed ? "check" : "cross"}>{t(allowed ? "words:points.allowed" : "concept.notEnough")}</Mark></dt>
              <dd>{t(`words:concept.long.${concept}`)}. {t(`concept.${key}`, { concept, points, upTo: upTo(concept), minimum })}</dd>
            </div>
          );
        })}
      </dl>
      <p className={classes.source}>{t("concept.source")}</p>
    </details>
  );
}
