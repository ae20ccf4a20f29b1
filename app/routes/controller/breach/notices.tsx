import { Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ContentFacts, ContentValue } from "#app/routes/shared/breach-facts.tsx";
import type { LoadedBreach, NoticeView } from "#app/supervision/breach/load-breach.server.ts";
import { Facts } from "#app/ui/facts.tsx";
import { Mark } from "#app/ui/mark.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./breach.module.css";

/** What is known: the newest word as a whole, then each notice with what it changed. */
export function Told({ breach }: { breach: LoadedBreach }) {
  const { t } = useTranslation("breach");
  const { notices, content, missing } = breach;
  return (
    <Panel title={t(breach.byNotice ? "told.title" : "told.own")}>
      <Stack gap="lg">
        {missing.length > 0 && breach.byNotice ? <Notice tone="soon" title={t("told.missing")}><p>{t("told.missingText", { parts: missing.map((part) => t(`field.${part}`).toLowerCase()).join(", ") })}</p></Notice> : null}
        <ContentFacts content={content} />
        {breach.known.map((own, place) => <details key={place} className={classes.fold}><summary>{t("told.before")}</summary><ContentFacts content={own} /></details>)}
        {notices.length > 0 ? (
          <details className={classes.fold} open={notices.length > 1 || undefined}>
            <summary>{t("told.notices", { count: notices.length })}</summary>
            <ol className={classes.notices} aria-label={t("told.title")}>{notices.map((notice, place) => <OneNotice key={notice.id} notice={notice} before={notice.number === 1 ? undefined : notices.slice(0, place).findLast(({ number }) => number === notice.number - 1)} />)}</ol>
          </details>
        ) : null}
      </Stack>
    </Panel>
  );
}

function OneNotice({ notice, before }: { notice: NoticeView; before: NoticeView | undefined }) {
  const { t } = useTranslation("breach");
  const format = useFormat();
  return (
    <li>
      <h3>{t("told.number", { number: notice.number })} <span>{format.dateTime(notice.at)} · {notice.by}</span>{notice.afterClosing ? <> <Mark tone="soon">{t("told.afterClosing")}</Mark></> : null}</h3>
      {before === undefined ? <ContentFacts content={notice.content} /> : (
        <Facts facts={notice.changed.map((field) => ({ term: t(`field.${field}`), value: <><del className={classes.was}><ContentValue content={before.content} field={field} /></del><ContentValue content={notice.content} field={field} /></> }))} />
      )}
    </li>
  );
}
