import { Form } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PresentedScore } from "#app/agreement/present.ts";
import type { DueSuggestion } from "#app/agreement/suggest-due.ts";
import { bandOf, isAllowed } from "#app/domain/concept/concept.ts";
import type { Concept } from "#app/domain/concept/concept.ts";
import { typedIn } from "#app/routes/shared/refused.ts";
import type { Refused } from "#app/routes/shared/refused.ts";
import { LongTextField, TextField, TickField } from "#app/ui/field.tsx";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { PointsScale } from "#app/ui/points-scale.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import classes from "./agreement-concept.module.css";
import { ConceptReasons } from "./agreement-concept-reasons.tsx";
import { ScoreSum } from "./agreement-score-sum.tsx";

type Props = {
  agreement: { concept: Concept | null; nextDueOn: string | null };
  score: PresentedScore;
  may: boolean;
  due: readonly (DueSuggestion & { concept: Concept })[];
  returned?: Refused;
};

/** The choice on the scale: within the band it stands, below it a reason and a DPO are needed. */
export function ConceptForm({ agreement, score, may, due, returned }: Props) {
  const { t } = useTranslation("agreement");
  const typed = typedIn(returned);
  const band = bandOf(score.points);
  const before = Number(typed("concept"));
  const [chosen, setChosen] = useState<Concept>(before >= 1 && before <= 6 ? (before as Concept) : (agreement.concept ?? band.minimum));
  const below = !isAllowed(score.points, chosen);
  const suggested = due.find(({ concept }) => concept === chosen);
  const needsReason = below || chosen === 1;
  const interval = suggested?.months ? t(`concept.every.${suggested.months}`) : t("concept.onEvent");
  return (
    <Panel title={t("concept.points", { count: score.points })} lead={t("concept.pointsLead", { from: band.from, to: band.to, list: band.allowed.join(", ") })}>
      <div className={classes.sum}><ScoreSum score={score} /></div>
      {may ? (
        <Form method="post" noValidate className={classes.form}>
          <FormErrorSummary errors={returned?.errors} />
          <input type="hidden" name="scoreId" value={score.id} />
          <PointsScale points={score.points} chosen={chosen} name="concept" onChoose={setChosen} />
          <ConceptReasons points={score.points} />
          <div className={classes.answer} aria-live="polite">
            {below ? <Notice tone="soon" title={t("concept.below", { concept: chosen, points: score.points })}><p>{t("concept.belowText", { minimum: band.minimum })}</p></Notice> : null}
            {!below && chosen > band.minimum ? <Notice tone="ok" title={t("concept.above", { concept: chosen })}><p>{t("concept.aboveText", { minimum: band.minimum })}</p></Notice> : null}
          </div>
          <div className={classes.fields}>
            {chosen === 1 ? <TickField name="trustworthy" label={t("concept.trustworthy")} hint={t("concept.trustworthyHint")} errors={returned?.errors} defaultChecked={typed("trustworthy") === "on"} /> : null}
            <LongTextField
              name="reason" label={t("concept.reason")} hint={t(below ? "concept.reasonBelow" : chosen === 1 ? "concept.reasonOne" : "concept.reasonHint")}
              errors={returned?.errors} required={needsReason} defaultValue={typed("reason")} rows={3} maxLength={4000}
            />
            <TextField
              name="nextDueOn" type="date" key={chosen} label={t("concept.nextDue")} hint={t("concept.nextDueHint", { interval })} errors={returned?.errors} required={false} classNames={{ wrapper: classes.day }}
              defaultValue={before === chosen ? typed("nextDueOn") : chosen === agreement.concept && agreement.nextDueOn ? agreement.nextDueOn : (suggested?.on ?? "")}
            />
            <div><SubmitButton size="md">{t(below ? "concept.ask" : "concept.submit", { concept: chosen })}</SubmitButton></div>
          </div>
        </Form>
      ) : (
        <div className={classes.form}>
          <PointsScale points={score.points} chosen={agreement.concept} />
          <ConceptReasons points={score.points} />
        </div>
      )}
    </Panel>
  );
}
