import { useTranslation } from "react-i18next";
import type { LoadedReassessment } from "#app/agreement/plan/load-reassessment.server.ts";
import { Panel } from "#app/ui/panel.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import { CauseList } from "./cause-list.tsx";
import classes from "./reassessment.module.css";

/** What was looked at before: the causes, what was decided, by whom, and why. */
export function EarlierReassessments({ earlier }: { earlier: LoadedReassessment["earlier"] }) {
  const { t } = useTranslation("plan");
  const format = useFormat();
  if (earlier.length === 0) return null;
  return (
    <Panel title={t("rescore.earlier")}>
      <ul className={classes.earlier}>
        {earlier.map(({ id, state, causes, reason, decidedByName, decidedAt }) => (
          <li key={id}>
            <p><strong>{t(`rescore.state.${state}`)}</strong> <span className="quiet">{decidedByName}{decidedAt ? `, ${format.dateTime(decidedAt)}` : null}</span></p>
            {reason === "" ? null : <p>{reason}</p>}
            <CauseList causes={causes} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
