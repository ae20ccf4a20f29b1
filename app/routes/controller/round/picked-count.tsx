import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/paths.ts";
import { LEFT_OUT } from "#app/supervision/round/round-filter.ts";
import type { LeftOut } from "#app/supervision/round/round-filter.ts";
import type { Picked } from "#app/supervision/round/picked-agreements.server.ts";
import { useFormat } from "#app/ui/use-format.ts";
import { PartsBadge } from "./parts-badge.tsx";
import classes from "./round.module.css";

/** The list in which those that cannot come are found. */
const WHERE: Readonly<Record<Exclude<LeftOut, "extra-only">, string>> = { "no-score": "points=none", "no-concept": "concept=none", "on-concern": "concept=1" };

/** How many agreements come along, by what they are sent, and which cannot. */
export function PickedCount({ picked, dueBy }: { picked: Picked; dueBy: string }) {
  const { t } = useTranslation("round");
  const format = useFormat();
  const left = LEFT_OUT.filter((why) => picked.left[why] > 0);
  return (
    <>
      <p className={classes.count} aria-live="polite">{t("new.pickedText", { count: picked.total })}</p>
      {picked.parts.length > 0 ? (
        <ul className={classes.concepts}>
          {picked.parts.map(({ concept, supplements, count }) => <li key={[concept, ...supplements].join("+")}><span className={classes.many}>{format.number(count)} ×</span> <PartsBadge concept={concept} supplements={supplements} /></li>)}
        </ul>
      ) : null}
      {left.length > 0 ? (
        <div className={classes.left}>
          <p>{t("new.left")}</p>
          <ul>{left.map((why) => <li key={why}><Link to={why === "extra-only" ? `${paths.due()}?kind=extra&on=${dueBy}` : `${paths.agreements()}?${WHERE[why]}`}>{t(`new.leftOut.${why}`, { count: picked.left[why] })}</Link></li>)}</ul>
        </div>
      ) : null}
    </>
  );
}
