import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icon.tsx";
import type { Tone } from "./mark.tsx";
import classes from "./notice.module.css";

const signs: Record<Tone, IconName> = { ok: "check", soon: "info", late: "alert", wait: "info", rest: "info" };

/** A remark that belongs to the page: what is the case, why, and what to do. */
export function Notice({ tone = "wait", title, children, role }: { tone?: Tone; title?: ReactNode; children?: ReactNode; role?: "status" | "alert" }) {
  return (
    <div className={classes.notice} data-tone={tone} role={role}>
      <Icon name={signs[tone]} size={20} className={classes.icon} />
      <div className={classes.words}>
        {title ? <p className={classes.title}>{title}</p> : null}
        {children}
      </div>
    </div>
  );
}
