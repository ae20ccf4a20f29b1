import { Button } from "@mantine/core";
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { LoadedAgreement } from "#app/agreement/load-agreement.server.ts";
import type { PresentedScore } from "#app/agreement/present.ts";
import { bandOf } from "#app/domain/concept/concept.ts";
import { paths } from "#app/paths.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { PointsScale } from "#app/ui/points-scale.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./agreement-hub.module.css";
import { ContractDemands } from "./contract/demands.tsx";
import { ScoreTable } from "./agreement-score-table.tsx";

/** How risky the processing is and how it is supervised: the scale with the concept in force, the arithmetic, and the decision behind. */
export function Risk({ agreement, score }: { agreement: LoadedAgreement; score: PresentedScore }) {
  const { t } = useTranslation("agreement");
  const format = useFormat();
  const { id, concept, choice, may } = agreement;
  return (
    <Panel
      title={t("risk.title")} lead={t("risk.lead", { date: format.date(score.scoredAt), name: score.scoredByName })}
      actions={may ? (
        <>
          <Button component={Link} to={paths.agreementConcept(id)} variant="default" size="xs">{t(concept ? "one.changeConcept" : "one.chooseConcept")}</Button>
          <Button component={Link} to={paths.agreementScore(id)} variant="default" size="xs">{t("one.rescore")}</Button>
        </>
      ) : null}
    >
      {choice && concept === 1 ? (
        <Notice tone="ok" title={t("risk.conceptOne")}>
          <p>{t("risk.trusted", { name: choice.chosenByName, date: format.date(choice.chosenAt) })}</p>
          <p className={classes.said}>{choice.reason}</p>
        </Notice>
      ) : null}
      {choice?.belowBand ? (
        <Notice tone="soon" title={t("risk.below", { concept: choice.concept, minimum: choice.minimum })}>
          <p>{t("risk.approved", { name: choice.decidedByName ?? "", date: choice.decidedAt ? format.date(choice.decidedAt) : "" })}</p>
          <p className={classes.said}>{choice.reason}</p>
          {choice.decisionNote ? <p className={classes.said}>{choice.decisionNote}</p> : null}
        </Notice>
      ) : null}
      {choice && !choice.belowBand && concept !== null && concept > 1 ? (
        <p className={classes.choice}>
          {t(concept > bandOf(score.points).minimum ? "risk.chosenAbove" : "risk.chosen", { concept, name: choice.chosenByName, date: format.date(choice.chosenAt) })}
          {choice.reason ? <span className={classes.said}> {choice.reason}</span> : null}
        </p>
      ) : null}
      <ContractDemands demands={agreement.demands} points={score.points} />
      <div className={classes.scale}><PointsScale points={score.points} chosen={concept} /></div>
      <ScoreTable score={score} />
    </Panel>
  );
}
