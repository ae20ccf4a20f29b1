import type { ReactNode } from "react";
import classes from "./empty-state.module.css";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icon.tsx";

/** Nothing here yet: why, and what to do next. */
export function EmptyState({ icon, title, children, action }: { icon: IconName; title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={classes.empty}>
      <span className={classes.icon}><Icon name={icon} size={28} /></span>
      <p className={classes.title}>{title}</p>
      {children ? <div className={classes.text}>{children}</div> : null}
      {action ? <div className={classes.action}>{action}</div> : null}
    </div>
  );
}
