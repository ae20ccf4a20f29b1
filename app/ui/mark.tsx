import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icon.tsx";
import classes from "./mark.module.css";

/** ok: done and good · soon: needs attention · late: wrong or overdue · wait: under way · rest: neutral, over or not begun. */
export type Tone = "ok" | "soon" | "late" | "wait" | "rest";

/** The icon a tone has when the state brings none of its own. */
export const signs: Readonly<Record<Tone, IconName>> = { ok: "check", soon: "clock", late: "alert", wait: "dot", rest: "dash" };

/** A short word with a tone; the icon differs by tone, so that colour is never the only sign. */
export function Mark({ tone, icon, children }: { tone: Tone; icon?: IconName | null; children: ReactNode }) {
  return (
    <span className={classes.mark} data-tone={tone}>
      {icon === null ? null : <Icon name={icon ?? signs[tone]} size={14} className={classes.icon} />}
      <span>{children}</span>
    </span>
  );
}
