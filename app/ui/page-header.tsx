import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import classes from "./page-header.module.css";

export type Crumb = { to: string; label: string };

type Props = {
  title: ReactNode;
  /** The pages above this one, outermost first. */
  crumbs?: readonly Crumb[];
  /** One short line: what this is about. */
  lead?: ReactNode;
  /** Badges and facts under the title. */
  facts?: ReactNode;
  /** Buttons or links; the most important one last. */
  actions?: ReactNode;
};

/** The head of a page: where it is, what it is, and what can be done. */
export function PageHeader({ title, crumbs = [], lead, facts, actions }: Props) {
  const { t } = useTranslation("frame");
  return (
    <header className={classes.header}>
      {crumbs.length > 0 ? (
        <nav aria-label={t("breadcrumb")}>
          <ol className={classes.crumbs}>
            {crumbs.map(({ to, label }) => <li key={to}><Link to={to}>{label}</Link></li>)}
          </ol>
        </nav>
      ) : null}
      <div className={classes.row}>
        <div className={classes.words}>
          <h1 className={classes.title}>{title}</h1>
          {lead ? <p className={classes.lead}>{lead}</p> : null}
          {facts ? <div className={classes.facts}>{facts}</div> : null}
        </div>
        {actions ? <div className={classes.actions}>{actions}</div> : null}
      </div>
    </header>
  );
}
