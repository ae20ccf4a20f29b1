import { Button } from "@mantine/core";
import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/paths.ts";
import type { Problem } from "#app/questionnaire/catalogues/check-catalogue.ts";
import type { CataloguePreview } from "#app/questionnaire/catalogues/own/preview-catalogue.server.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Mark } from "#app/ui/mark.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import classes from "./catalogue.module.css";
import { CatalogueDiffPanels } from "./diff.tsx";

/** Each mistake of a file with the place it stands in. */
export function Problems({ problems, most }: { problems: readonly Problem[]; most: number }) {
  const { t } = useTranslation("catalogue");
  return (
    <>
      <Notice tone="late" role="alert" title={t("importPage.problems", { count: problems.length })}><p>{t("importPage.problemsText")}{problems.length >= most ? ` ${t("importPage.most", { most })}` : ""}</p></Notice>
      <DataTable
        caption={t("importPage.problem")} rows={problems.map((one, place) => ({ ...one, key: String(place) }))} rowKey={({ key }) => key}
        columns={[
          { key: "place", header: t("importPage.place"), names: true, cell: ({ place }) => place || "–" },
          { key: "problem", header: t("importPage.problem"), cell: ({ code }) => t(`problem.${code}`) },
          { key: "value", header: t("importPage.value"), cell: ({ value }) => <span className={classes.value}>{value || "–"}</span> },
        ]}
      />
    </>
  );
}

/** What will be added, what it changes, and the button that does it. */
export function ImportPreview({ preview }: { preview: CataloguePreview & { fileName: string; content: string } }) {
  const { t } = useTranslation("catalogue");
  const { key, base, head, groups, diff, fileName, content } = preview;
  return (
    <>
      <Panel title={head.title} lead={head.about}>
        <p className={classes.first}>{base === 0 ? t("importPage.new", { key }) : t("importPage.next", { key, version: base + 1 })} {t("count", { count: head.items })}.</p>
        {diff ? <p>{t("importPage.counts", { added: diff.added.length, changed: diff.changed.length, removed: diff.removed.length })}</p> : null}
        <Form method="post" className={classes.buttons}>
          <input type="hidden" name="content" value={content} />
          <input type="hidden" name="base" value={base} />
          <input type="hidden" name="fileName" value={fileName} />
          <SubmitButton intent="confirm">{t("importPage.confirm")}</SubmitButton>
          <Button component={Link} to={paths.catalogueImport()} variant="default">{t("importPage.other")}</Button>
        </Form>
      </Panel>
      {diff ? <CatalogueDiffPanels diff={diff} /> : null}
      <Panel title={t("importPage.preview")}>
        {groups.map((group) => (
          <section key={group.id} className={classes.group}>
            <h3 className={classes.heading}>{group.title}</h3>
            <ul className={classes.results}>
              {group.items.map(({ id, text, weight, critical }) => (
                <li key={id}>
                  <span className={classes.id}>{id}</span>
                  <span>{text} <span className={classes.quiet}>{t("item.weight", { weight })}</span> {critical ? <Mark tone="soon" icon="alert">{t("item.critical")}</Mark> : null}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </Panel>
    </>
  );
}
