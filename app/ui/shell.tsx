import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { FlashMessage } from "./flash-message.tsx";
import type { NavKey, Side } from "./navigation.ts";
import { BottomNav, SideNav } from "./shell-nav.tsx";
import { ShellHeader } from "./shell-header.tsx";
import type { ShellOrganisation, ShellPerson } from "./shell-header.tsx";
import classes from "./shell.module.css";

export type ShellProps = {
  side: Side;
  person: ShellPerson;
  /** Every organisation and side the person may work for, the present one marked. */
  organisations: readonly ShellOrganisation[];
  /** How much waits behind a menu item. */
  counts?: Partial<Record<NavKey, number>>;
  /** Menu items this person may not open. */
  hidden?: readonly NavKey[];
  children: ReactNode;
};

/** The frame of every page inside an organisation. */
export function Shell({ side, person, organisations, counts = {}, hidden = [], children }: ShellProps) {
  const { t } = useTranslation("frame");
  return (
    <div className={classes.shell}>
      <a href="#main" className={classes.skip}>{t("skip")}</a>
      <ShellHeader person={person} organisations={organisations} />
      <SideNav side={side} counts={counts} hidden={hidden} />
      <main id="main" tabIndex={-1} className={classes.main}>
        <div className={classes.content}>
          <FlashMessage />
          {children}
        </div>
      </main>
      <BottomNav side={side} counts={counts} hidden={hidden} />
    </div>
  );
}
