import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { LoadedAgreement } from "#app/agreement/load-agreement.server.ts";
import type { PresentedScore } from "#app/agreement/present.ts";
import { paths } from "#app/paths.ts";
import { ConceptBadge } from "#app/ui/concept-badge.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { StateBadge } from "#app/ui/state-badge.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./agreement-hub.module.css";
import { ScoreSum } from "./agreement-score-sum.tsx";
import { ScoreTable } from "./agreement-score-table.tsx";

/** The supervisions held under the agreement, newest first. */
export function Supervisions({ agreement: { supervisions, concept, title, gaps } }: { agreement: LoadedAgreement }) {
  const { t } = useTranslation("agreement");
  const format = useFormat();
  return (
    <Panel title={t("history.supervisions")} flush={supervisions.length > 0}>
      {gaps.open + gaps.accepted > 0 ? <p className={classes.gaps}><Link to={`${paths.findings()}?q=${encodeURIComponent(title)}`}>{[gaps.open > 0 ? t("history.gaps", { count: gaps.open }) : "", gaps.accepted > 0 ? t("history.accepted", { count: gaps.accepted }) : ""].filter(Boolean).join(" · ")}</Link></p> : null}
      {supervisions.length === 0 ? <p className={classes.plain}>{t(concept === 1 ? "history.noneOne" : "history.none")}</p> : (
        <DataTable
          caption={t("history.supervisions")} rows={supervisions} rowKey={({ id }) => id}
          columns={[
            { key: "opened", header: t("history.opened"), names: true, cell: (row) => <Link to={paths.supervision(row.id)}>{format.date(row.createdAt)}</Link> },
            { key: "concept", header: t("list.concept"), cell: (row) => <ConceptBadge concept={row.concept} /> },
            { key: "state", header: t("list.standing"), cell: (row) => (row.outcome ? <StateBadge kind="outcome" value={row.outcome} /> : <StateBadge kind="supervision" value={row.state} />) },
            { key: "sent", header: t("history.sent"), cell: (row) => (row.sentAt ? format.date(row.sentAt) : "–") },
            { key: "concluded", header: t("history.concluded"), cell: (row) => (row.concludedAt ? format.date(row.concludedAt) : "–") },
          ]}
        />
      )}
    </Panel>
  );
}

/** What was noticed to be wrong, and what came of it. */
export function Concerns({ agreement: { id, concerns, may, ended } }: { agreement: LoadedAgreement }) {
  const { t } = useTranslation("agreement");
  const format = useFormat();
  if (concerns.length === 0) return null;
  return (
    <Panel title={t("concerns.title")}>
      <ul className={classes.concerns}>
        {concerns.map((one) => (
          <li key={one.id}>
            <p className={classes.meta}>{one.kind === "wrong" ? null : <strong>{t(`concerns.kind.${one.kind}`)} · </strong>}{t(`concerns.source.${one.source}`)} · {t("concerns.noticed", { date: format.date(one.noticedOn) })} · {one.createdByName}</p>
            <p className={classes.said}>{one.body}</p>
            {one.extraOn ? <p>{t("concerns.extra", { date: format.date(one.extraOn) })}</p> : null}
            <p>
              {one.supervisionId ? <Link to={paths.supervision(one.supervisionId)}>{t("concerns.toSupervision")}</Link>
                : may && !ended ? <Link to={`${paths.supervisionNew(id)}&concern=${one.id}`}>{t("concerns.open")}</Link> : t("concerns.noSupervision")}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Every version of the score; none is ever changed. */
export function ScoreVersions({ scores, inForce }: { scores: readonly PresentedScore[]; inForce: string | null }) {
  const { t } = useTranslation("agreement");
  const format = useFormat();
  return (
    <Panel title={t("versions.title")} lead={t("versions.lead")}>
      <ol className={classes.versions} reversed>
        {scores.map((score, place) => (
          <li key={score.id}>
            <p className={classes.meta}>
              {t("versions.one", { version: score.version, date: format.dateTime(score.scoredAt), name: score.scoredByName })}{score.id === inForce ? ` · ${t("versions.inForce")}` : ""}
            </p>
            <div className={classes.narrow}><ScoreSum score={score} compare={scores[place + 1]} /></div>
            <details className={classes.change}><summary>{t("versions.why")}<span className="visually-hidden"> ({score.version})</span></summary><ScoreTable score={score} /></details>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
