import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { BANDS, CONCEPTS, bandOf, isAllowed } from "#app/domain/concept/concept.ts";
import type { Concept } from "#app/domain/concept/concept.ts";
import { Icon } from "./icon.tsx";
import classes from "./points-scale.module.css";

type Props = {
  points: number;
  chosen?: Concept | null;
  /** With a name the rows are radio buttons of a form; without, they only show. */
  name?: string;
  onChoose?: (concept: Concept) => void;
};

const TEN = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
/** The highest number of points at which a concept is still allowed. */
const reach = (concept: Concept) => Math.max(...BANDS.filter((band) => band.allowed.includes(concept)).map((band) => band.to));

/**
 * The point scale of Datatilsynet 2021, ch. 2, as one picture: ten steps in four bands, and below them how far each
 * concept reaches. The line at the agreement's points crosses exactly the concepts that are enough.
 */
export function PointsScale({ points, chosen = null, name, onChoose }: Props) {
  const { t } = useTranslation("words");
  const band = bandOf(points);
  const style = { "--points": points } as CSSProperties;
  return (
    <div className={classes.scale} style={style}>
      <p className="visually-hidden">
        {t("points.onScale", { points, from: band.from, to: band.to, concepts: band.allowed.join(", ") })}
      </p>
      <div className={classes.head} aria-hidden="true">
        <div className={classes.ends}><span>{t("points.low")}</span><span>{t("points.high")}</span></div>
        <div className={classes.steps}>
          {TEN.map((step) => (
            <span
              key={step}
              className={classes.step}
              data-depth={BANDS.indexOf(bandOf(step)) + 1}
              data-first={BANDS.some(({ from }) => from === step) || undefined}
              data-current={step === points || undefined}
              data-within={(step >= band.from && step <= band.to) || undefined}
            >
              {step}
            </span>
          ))}
        </div>
      </div>
      <ConceptRows points={points} chosen={chosen} name={name} onChoose={onChoose} />
    </div>
  );
}

function ConceptRows({ points, chosen, name, onChoose }: Props) {
  const { t } = useTranslation("words");
  const lowest = bandOf(points).minimum;
  const rows = CONCEPTS.map((concept) => {
    const allowed = isAllowed(points, concept);
    const remark = concept === chosen && !name ? t("points.chosen")
      : concept === lowest ? t("points.lowest")
      : allowed ? t("points.allowed")
      : name ? t("points.needsReason")
      : t("points.notAllowed", { points });
    const content = (
      <>
        <span className={classes.name}>
          {name ? (
            <input
              type="radio" name={name} value={concept} className={classes.radio}
              {...(onChoose ? { checked: concept === chosen, onChange: () => onChoose(concept) } : { defaultChecked: concept === chosen })}
            />
          ) : null}
          <span className={classes.number}>{concept}</span>
          <span>{t(`concept.short.${concept}`)}</span>
        </span>
        <span className={classes.track} style={{ "--reach": reach(concept) } as CSSProperties}>
          <span className={classes.bar} />
          {allowed ? <span className={classes.crossing}><Icon name="check" size={12} /></span> : null}
        </span>
        <span className={classes.remark}>{remark}</span>
      </>
    );
    const shared = { "data-allowed": allowed || undefined, "data-chosen": concept === chosen || undefined, "data-lowest": concept === lowest || undefined };
    return name
      ? <label key={concept} className={classes.row} {...shared}>{content}</label>
      : <li key={concept} className={classes.row} {...shared}>{content}</li>;
  });
  return name ? (
    <fieldset className={classes.rows}>
      <legend className="visually-hidden">{t("points.conceptsFor")}</legend>
      {rows}
    </fieldset>
  ) : (
    <ul className={classes.rows} aria-label={t("points.conceptsFor")}>{rows}</ul>
  );
}
