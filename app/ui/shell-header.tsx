import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/paths.ts";
import { Brand } from "./brand.tsx";
import { Dropdown } from "./dropdown.tsx";
import { Icon } from "./icon.tsx";
import type { Side } from "./navigation.ts";
import { AppearanceSwitch, LanguageSwitch } from "./preferences.tsx";
import classes from "./shell-header.module.css";

export type ShellPerson = { name: string; email: string; roles: readonly string[] };
export type ShellOrganisation = { id: string; name: string; side: Side; current: boolean };

/** Whose portal this is, for whom one works, and who one is. */
export function ShellHeader({ person, organisations }: { person: ShellPerson; organisations: readonly ShellOrganisation[] }) {
  return (
    <header className={`band ${classes.header}`}>
      <Link to={paths.home()} className={classes.brand}><Brand /></Link>
      <OrganisationSwitch organisations={organisations} />
      <UserMenu person={person} />
    </header>
  );
}

/** Sends `to` = "<organisation id>.<side>" to the switch; a plain form, so that it works at once. */
function OrganisationSwitch({ organisations }: { organisations: readonly ShellOrganisation[] }) {
  const { t } = useTranslation("frame");
  const current = organisations.find((one) => one.current);
  if (!current) return <span />;
  const others = organisations.filter((one) => !one.current);
  const label = (
    <span className={classes.current}>
      <span className={classes.name}>{current.name}</span>
      <span className={classes.side}>{t(`words:side.${current.side}`)}</span>
    </span>
  );
  if (others.length === 0) return <div className={classes.organisation}><span className={classes.alone}>{label}</span></div>;
  return (
    <Dropdown className={classes.organisation} label={<><span className="visually-hidden">{t("organisation.switch")}: </span>{label}</>}>
      <p className={classes.heading}>{t("organisation.switch")}</p>
      <form method="post" action={paths.switchOrganisation()} className={classes.choices}>
        {others.map((one) => (
          <button key={`${one.id}.${one.side}`} name="to" value={`${one.id}.${one.side}`} className={classes.choice}>
            <span className={classes.choiceName}>{one.name}</span>
            <span className={classes.choiceSide}>{t(`words:side.${one.side}`)}</span>
          </button>
        ))}
      </form>
    </Dropdown>
  );
}

function UserMenu({ person }: { person: ShellPerson }) {
  const { t } = useTranslation("frame");
  const label = (
    <>
      <Icon name="user" size={20} />
      <span className={classes.person}>{person.name}</span>
      <span className="visually-hidden">{t("user.menu", { name: person.name })}</span>
    </>
  );
  return (
    <Dropdown align="end" className={classes.user} label={label}>
      <p className={classes.who}>{person.name}</p>
      <p className={classes.detail}>{person.email}</p>
      <p className={classes.detail}>{person.roles.map((role) => t(`words:role.${role}`)).join(", ")}</p>
      <p className={classes.heading}>{t("language.label")}</p>
      <LanguageSwitch />
      <p className={classes.heading}>{t("appearance.label")}</p>
      <AppearanceSwitch />
      <div className={classes.leave}>
        <Link to={paths.account()}>{t("user.account")}</Link>
        <form method="post" action={paths.signOut()}><button className={classes.signOut}>{t("user.signOut")}</button></form>
      </div>
    </Dropdown>
  );
}
