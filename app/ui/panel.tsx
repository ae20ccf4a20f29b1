import { useId } from "react";
import type { ReactNode } from "react";
import classes from "./panel.module.css";

type Props = {
  title?: ReactNode;
  /** A sentence under the title. */
  lead?: ReactNode;
  actions?: ReactNode;
  /** Without its own padding, for a table or list that reaches the edges. */
  flush?: boolean;
  children: ReactNode;
};

/** A part of a page with its own heading. */
export function Panel({ title, lead, actions, flush = false, children }: Props) {
  const id = useId();
  return (
    <section className={classes.panel} aria-labelledby={title ? id : undefined} data-flush={flush || undefined}>
      {title || actions ? (
        <div className={classes.head}>
          <div>
            {title ? <h2 id={id} className={classes.title}>{title}</h2> : null}
            {lead ? <p className={classes.lead}>{lead}</p> : null}
          </div>
          {actions ? <div className={classes.actions}>{actions}</div> : null}
        </div>
      ) : null}
      <div className={classes.body}>{children}</div>
    </section>
  );
}
