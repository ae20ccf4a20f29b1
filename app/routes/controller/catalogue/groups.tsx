import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/paths.ts";
import type { Across, GroupView, ItemView } from "#app/questionnaire/catalogues/present-catalogue.ts";
import { sourceWords } from "#app/supervision/finding/source-words.ts";
import { Mark } from "#app/ui/mark.tsx";
import { Panel } from "#app/ui/panel.tsx";
import classes from "./catalogue.module.css";

/** The items of a catalogue under their headings, with the headings as a way in. */
export function CatalogueGroups({ groups }: { groups: readonly GroupView[] }) {
  const { t } = useTranslation("catalogue");
  return (
    <div className={classes.columns} data-single={groups.length < 2 || undefined}>
      {groups.length < 2 ? null : (
        <nav aria-label={t("groups")} className={classes.contents}>
          <p className={classes.contentsTitle}>{t("groups")}</p>
          <ul>{groups.map(({ id, title, items }) => <li key={id}><a href={`#group-${id}`}><span>{title}</span><span className={classes.number}>{items.length}</span></a></li>)}</ul>
        </nav>
      )}
      <div>
        {groups.map(({ id, title, items }) => (
          <div key={id} id={`group-${id}`} className={classes.group}>
            <Panel title={title}><ul className={classes.items}>{items.map((item) => <CatalogueEntry key={item.anchor} item={item} />)}</ul></Panel>
          </div>
        ))}
      </div>
    </div>
  );
}

function CatalogueEntry({ item }: { item: ItemView }) {
  const { t } = useTranslation("catalogue");
  const { id, anchor, text, evidence, source, line, weight, critical, limits } = item;
  return (
    <li id={anchor} className={classes.item}>
      <a href={`#${anchor}`} className={classes.id} aria-label={t("item.link", { id })}>{id}</a>
      <div className={classes.said}>
        <p className={classes.text}>{text}</p>
        <p className={classes.meta}>
          {critical ? <Mark tone="soon" icon="alert">{t("item.critical")}</Mark> : null}
          {limits.map((limit) => <Mark key={limit} tone="wait" icon="clock">{t(`limit.${limit}`)}</Mark>)}
          <span>{t("item.weight", { weight })}</span>
          <span>{sourceWords(t, source)}{line ? `, ${t("item.line", { line })}` : ""}</span>
        </p>
        {evidence ? <p className={classes.evidence}><strong>{t("item.evidence")}:</strong> {evidence}</p> : null}
        <AcrossLinks across={item.across} />
      </div>
    </li>
  );
}

/** From how many links on they fold away. */
const MANY = 8;

function AcrossLinks({ across }: { across: readonly Across[] }) {
  const { t } = useTranslation("catalogue");
  const count = across.reduce((sum, { items }) => sum + items.length, 0);
  if (count === 0) return <p className={classes.quiet}>{t("item.none")}</p>;
  const list = (
    <dl className={classes.across}>
      {across.map(({ catalogue, title, items }) => (
        <div key={catalogue}>
          <dt>{title}</dt>
          <dd>{items.map(({ id, anchor, text }) => <Link key={anchor} to={paths.catalogue(catalogue, anchor)} title={text} className={classes.chip}>{id}</Link>)}</dd>
        </div>
      ))}
    </dl>
  );
  return count > MANY ? <details className={classes.more}><summary>{t("item.acrossMany", { count })}</summary>{list}</details> : <div className={classes.more}><span className={classes.quiet}>{t("item.across")}</span>{list}</div>;
}
