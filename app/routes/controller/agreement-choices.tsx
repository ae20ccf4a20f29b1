import { useTranslation } from "react-i18next";
import type { PresentedChoice } from "#app/agreement/present.ts";
import { ConceptBadge } from "#app/ui/concept-badge.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { StateBadge } from "#app/ui/state-badge.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./agreement-concept.module.css";

/** Every choice of concept ever made on the agreement, newest first, with its reason and its decision. */
export function ChoiceHistory({ choices }: { choices: readonly PresentedChoice[] }) {
  const { t } = useTranslation("agreement");
  const format = useFormat();
  return (
    <Panel title={t("choices.title")}>
      <ol className={classes.choices}>
        {choices.map((choice) => (
          <li key={choice.id}>
            <p className={classes.what}><ConceptBadge concept={choice.concept} /><StateBadge kind="choice" value={choice.state} /></p>
            <p className={classes.who}>{t("choices.chosen", { name: choice.chosenByName, date: format.date(choice.chosenAt) })}{choice.belowBand ? ` · ${t("choices.below", { minimum: choice.minimum })}` : null}</p>
            {choice.reason ? <p className={classes.said}>{choice.reason}</p> : null}
            {choice.decidedByName && choice.decidedAt ? (
              <p className={classes.who}>
                {t(choice.state === "rejected" ? "choices.rejected" : "choices.approved", { name: choice.decidedByName, date: format.date(choice.decidedAt) })}
                {choice.decisionNote ? <span className={classes.note}>{choice.decisionNote}</span> : null}
              </p>
            ) : null}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
