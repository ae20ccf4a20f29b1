import { useTranslation } from "react-i18next";
import type { DiffView, LineOfDiff } from "#app/questionnaire/catalogues/present-diff.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Panel } from "#app/ui/panel.tsx";
import classes from "./catalogue.module.css";

/** What is new, gone and changed between two versions. */
export function CatalogueDiffPanels({ diff: { head, added, removed, changed } }: { diff: DiffView }) {
  const { t } = useTranslation("catalogue");
  const said = (value: string | boolean) => (typeof value === "boolean" ? t(value ? "yes" : "no") : value || "–");
  const fields = (rows: readonly { field: string; before: string | boolean; after: string | boolean }[]) => rows.map(({ field, before, after }) => (
    <div key={field} className={classes.change}>
      <strong>{t(`changes.field.${field}`)}</strong>
      <del><span className="visually-hidden">{t("changes.before")}: </span>{said(before)}</del>
      <ins><span className="visually-hidden">{t("changes.after")}: </span>{said(after)}</ins>
    </div>
  ));
  if (head.length + added.length + removed.length + changed.length === 0) return <Notice title={t("changes.same")} />;
  return (
    <>
      {head.length > 0 ? <Panel title={t("changes.head")}>{fields(head)}</Panel> : null}
      {changed.length > 0 ? (
        <Panel title={`${t("changes.changed")} (${changed.length})`}>
          <ul className={classes.items}>{changed.map((one) => <li key={one.id} className={classes.item}><span className={classes.id}>{one.id}</span><div className={classes.said}>{one.fields.some(({ field }) => field === "text") ? null : <p className={classes.text}>{one.text}</p>}{fields(one.fields)}</div></li>)}</ul>
        </Panel>
      ) : null}
      <Lines title={t("changes.added")} lines={added} />
      <Lines title={t("changes.removed")} lines={removed} />
    </>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly LineOfDiff[] }) {
  if (lines.length === 0) return null;
  return <Panel title={`${title} (${lines.length})`}><ul className={classes.results}>{lines.map(({ id, text }) => <li key={id}><span className={classes.id}>{id}</span><span>{text}</span></li>)}</ul></Panel>;
}
