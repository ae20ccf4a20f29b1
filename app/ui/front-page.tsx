import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Brand } from "./brand.tsx";
import classes from "./front-page.module.css";
import { AppearanceSwitch, LanguageSwitch } from "./preferences.tsx";

/** The ten points of the risk scale, as a quiet picture. */
const TEN = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** The frame of pages outside an organisation: sign-in, invitation, new password. One task, and what this place is. */
export function FrontPage({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation("auth");
  return (
    <div className={classes.page}>
      <header className={`band ${classes.about}`}>
        <Brand size="lg" />
        <div className={classes.pitch}>
          <p className={classes.line}>{t("about.line")}</p>
          <p className={classes.text}>{t("about.text")}</p>
          <ul className={classes.proofs}>
            <li>{t("about.plan")}</li>
            <li>{t("about.held")}</li>
            <li>{t("about.followed")}</li>
          </ul>
        </div>
        <div className={classes.steps} aria-hidden="true">{TEN.map((step) => <span key={step} />)}</div>
      </header>
      <div className={classes.task}>
        <main id="main" tabIndex={-1} className={classes.main}>
          <h1 className={classes.title}>{title}</h1>
          {lead ? <p className={classes.lead}>{lead}</p> : null}
          {children}
        </main>
        <footer className={classes.preferences}>
          <LanguageSwitch />
          <AppearanceSwitch />
        </footer>
      </div>
    </div>
  );
}
