import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { LoadedReassessment } from "#app/agreement/plan/load-reassessment.server.ts";
import { Mark } from "#app/ui/mark.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { PointsBadge } from "#app/ui/points-badge.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./reassessment.module.css";
import { useInterval } from "./use-interval.ts";

const PARTS = ["a", "b", "c", "d"] as const;
type Props = { agreement: LoadedReassessment["agreement"]; old: NonNullable<LoadedReassessment["old"]>; fresh: NonNullable<LoadedReassessment["fresh"]> };
type Row = { key: string; name: string; old: ReactNode; now: ReactNode; changed: boolean; total?: boolean };

/** The score in force beside one made now: points A–D, what they allow, and how often. */
export function OldAndNew({ agreement, old, fresh }: Props) {
  const { t } = useTranslation("plan");
  const format = useFormat();
  const every = useInterval();
  const persons = (points: number, count: number) => <span className={classes.number}>{points} <span className="quiet">({format.number(count)})</span></span>;
  const rows: Row[] = [
    ...PARTS.map((part) => ({
      key: part, name: `${part.toUpperCase()} · ${t(`rescore.part.${part}`)}`, changed: old[part] !== fresh[part],
      old: part === "a" ? persons(old.a, old.personCount) : <span className={classes.number}>{old[part]}</span>, now: part === "a" ? persons(fresh.a, fresh.personCount) : <span className={classes.number}>{fresh[part]}</span>,
    })),
    { key: "points", name: t("rescore.points"), old: <PointsBadge points={old.points} />, now: <PointsBadge points={fresh.points} />, changed: old.points !== fresh.points, total: true },
    { key: "allowed", name: t("rescore.allowed"), old: old.allowed.join(", "), now: fresh.allowed.join(", "), changed: old.allowed.join() !== fresh.allowed.join() },
    {
      key: "concept", name: t("rescore.concept"), old: agreement.concept === null ? t("rescore.noConcept") : `${agreement.concept} · ${t(`words:concept.short.${agreement.concept}`)}`,
      now: agreement.concept === null ? t("rescore.noConcept") : <Mark tone={fresh.keeps ? "ok" : "late"}>{t(fresh.keeps ? "rescore.keeps" : "rescore.falls")}</Mark>, changed: !fresh.keeps,
    },
    { key: "interval", name: t("rescore.interval"), old: every(old.months), now: every(fresh.months), changed: old.months !== fresh.months },
  ];
  return (
    <Panel title={t("rescore.compare")} lead={t("rescore.compareLead")}>
      <table className={classes.table}>
        <caption className="visually-hidden">{t("rescore.compare")}</caption>
        <thead><tr><th scope="col">{t("rescore.what")}</th><th scope="col">{t("rescore.old")}</th><th scope="col">{t("rescore.new")}</th></tr></thead>
        <tbody>
          {rows.map(({ key, name, old: before, now, changed, total }) => (
            <tr key={key} data-changed={changed || undefined} data-total={total}>
              <th scope="row">{name}</th>
              <td>{before}</td>
              <td>{now}{changed ? <span className="quiet"> {t("rescore.changed")}</span> : null}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
