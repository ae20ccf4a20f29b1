import { NavLink } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Dropdown } from "./dropdown.tsx";
import { Icon } from "./icon.tsx";
import { navigation } from "./navigation.ts";
import type { NavItem, NavKey, Side } from "./navigation.ts";
import classes from "./shell-nav.module.css";

type Props = { side: Side; counts: Partial<Record<NavKey, number>>; hidden: readonly NavKey[] };

const shown = ({ side, hidden }: Props) => navigation[side].filter(({ key }) => !hidden.includes(key));

/** The menu at the side of a wide screen. */
export function SideNav(props: Props) {
  const { t } = useTranslation("frame");
  const items = shown(props);
  return (
    <nav className={classes.side} aria-label={t("nav.label")}>
      {(["work", "house"] as const).map((group) => (
        <ul key={group} className={classes.list}>
          {items.filter((item) => item.group === group).map((item) => (
            <li key={item.key}><Item item={item} count={props.counts[item.key]} /></li>
          ))}
        </ul>
      ))}
    </nav>
  );
}

/** The bar at the foot of a narrow screen: the four most used places, and the rest behind "more". */
export function BottomNav(props: Props) {
  const { t } = useTranslation("frame");
  const items = shown(props);
  const first = items.slice(0, items.length > 5 ? 4 : 5);
  const rest = items.slice(first.length);
  return (
    <nav className={classes.bottom} aria-label={t("nav.label")}>
      <ul className={classes.bar}>
        {first.map((item) => <li key={item.key}><Item item={item} count={props.counts[item.key]} /></li>)}
        {rest.length > 0 ? (
          <li>
            <Dropdown upwards bare align="end" className={classes.more} label={<><Icon name="more" size={20} /><span>{t("nav.more")}</span></>}>
              <ul className={classes.list}>
                {rest.map((item) => <li key={item.key}><Item item={item} count={props.counts[item.key]} /></li>)}
              </ul>
            </Dropdown>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}

function Item({ item, count }: { item: NavItem; count?: number }) {
  const { t } = useTranslation("frame");
  return (
    <NavLink to={item.to} className={classes.item} prefetch="intent">
      <Icon name={item.icon} size={20} />
      <span className={classes.word}>{t(`nav.${item.key}`)}</span>
      {count ? <span className={classes.count}>{count}</span> : null}
    </NavLink>
  );
}
