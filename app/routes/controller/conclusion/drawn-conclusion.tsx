import { useTranslation } from "react-i18next";
import { Facts } from "#app/ui/facts.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { StateBadge } from "#app/ui/state-badge.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./conclusion.module.css";
import type { ConclusionView } from "./grounds.tsx";

/** The conclusion once it is drawn, to read. */
export function DrawnConclusion({ concluded }: { concluded: NonNullable<ConclusionView["concluded"]> }) {
  const { t } = useTranslation("assessment");
  const format = useFormat();
  const { outcome, proposed, reason, message, byName, at } = concluded;
  return (
    <Panel>
      <p className={classes.outcome} data-outcome={outcome}>{t(`words:outcome.${outcome}`)}</p>
      <p className={classes.quiet}>{t("conclude.by", { name: byName })} · <time dateTime={at}>{format.dateTime(at)}</time></p>
      <Facts facts={[
        { term: t("conclude.proposalWas"), value: <><StateBadge kind="outcome" value={proposed} />{proposed === outcome ? null : ` ${t("conclude.deviates")}`}</> },
        { term: t("conclude.reason"), value: <span className={classes.said}>{reason || "–"}</span> },
        { term: t("conclude.message"), value: <span className={classes.said}>{message || "–"}</span> },
      ]} />
    </Panel>
  );
}
