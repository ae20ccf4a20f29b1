import type { ReactNode } from "react";
import type { Moment } from "#app/text/format.ts";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icon.tsx";
import type { Tone } from "./mark.tsx";
import classes from "./timeline.module.css";
import { useFormat } from "./use-format.ts";

export type TimelineEvent = {
  id: string;
  at: Moment;
  /** Who did it. */
  by?: ReactNode;
  title: ReactNode;
  text?: ReactNode;
  icon?: IconName;
  tone?: Tone;
};

/** What happened, in order, with who and when. */
export function Timeline({ events, label }: { events: readonly TimelineEvent[]; label: string }) {
  const format = useFormat();
  return (
    <ol className={classes.timeline} aria-label={label}>
      {events.map(({ id, at, by, title, text, icon = "dot", tone = "rest" }) => (
        <li key={id} className={classes.event} data-tone={tone}>
          <span className={classes.sign}><Icon name={icon} size={14} /></span>
          <div className={classes.words}>
            <p className={classes.title}>{title}</p>
            <p className={classes.meta}>
              <time dateTime={typeof at === "string" ? at : at.toISOString()}>{format.dateTime(at)}</time>
              {by ? <> · {by}</> : null}
            </p>
            {text ? <div className={classes.text}>{text}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
