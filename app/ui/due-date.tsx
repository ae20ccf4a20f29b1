import { useTranslation } from "react-i18next";
import { daysBetween } from "#app/text/format.ts";
import type { Moment } from "#app/text/format.ts";
import classes from "./due-date.module.css";
import { useFormat } from "./use-format.ts";

/** Days before the due date from which it is near. */
const NEAR = 7;

/**
 * A due date with how far away it is. `today` is the server's day, so that server and browser draw the same;
 * `settled` leaves out the distance, since a date that was kept is neither near nor over.
 */
export function DueDate({ on, today, settled = false }: { on: Moment | null; today: Moment; settled?: boolean }) {
  const { t } = useTranslation("frame");
  const format = useFormat();
  if (on === null) return <span className={classes.none}>{t("due.none")}</span>;
  const days = daysBetween(today, on);
  const nearness = settled ? "settled" : days < 0 ? "over" : days <= NEAR ? "near" : "far";
  return (
    <span className={classes.due} data-nearness={nearness}>
      <time dateTime={typeof on === "string" ? on : on.toISOString()}>{format.date(on)}</time>
      {settled ? null : <span className={classes.distance}>{format.due(days)}</span>}
    </span>
  );
}
