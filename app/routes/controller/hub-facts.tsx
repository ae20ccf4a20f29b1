import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/paths.ts";
import type { SupervisionView } from "#app/supervision/find-supervision.server.ts";
import type { SteppedUp } from "#app/supervision/escalation/ladders.server.ts";
import { Facts } from "#app/ui/facts.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { StateBadge } from "#app/ui/state-badge.tsx";
import { useFormat } from "#app/ui/use-format.ts";

/** What has come of the supervision so far: what was handed in, the score, open points, the conclusion; each with its page. */
export function HubFacts({ supervision, steppedUp }: { supervision: SupervisionView; steppedUp: SteppedUp | null }) {
  const { t } = useTranslation("supervision");
  const format = useFormat();
  const { id, submission, caseFile, openClarifications, openFindings, conclusion, outcome, agreementId, title, concerns } = supervision;
  const score = (value: number | null | undefined) => (value === null || value === undefined ? t("words:score.none") : format.percent(value));
  return (
    <Panel title={t("hub.facts")}>
      <Facts facts={[
        { term: t("list.agreement"), value: <Link to={paths.agreement(agreementId)}>{title}</Link> },
        ...(steppedUp ? [{
          term: t("escalation.thisTime"), value: (
            <>
              {t("escalation.thisTimeText", { from: steppedUp.concept, to: steppedUp.toConcept, name: steppedUp.byName, at: steppedUp.at === null ? "" : format.date(steppedUp.at) })}{steppedUp.reason === "" ? null : ` ${steppedUp.reason}`}{" "}
              <Link to={`${paths.supervision(steppedUp.supervisionId)}#ladder`}>{t("escalation.toSteps")}</Link>
            </>
          ),
        }] : []),
        ...concerns.map(({ body, noticedOn }) => ({ term: t("new.concern"), value: `${noticedOn === null ? "" : `${format.date(noticedOn)}: `}${body}` })),
        ...(submission ? [
          { term: t("hub.submission"), value: <>{t("hub.signed", { revision: submission.revision, at: format.dateTime(submission.submittedAt), name: [submission.signatoryName, submission.signatoryTitle].filter(Boolean).join(", ") })} <Link to={paths.assessment(id)}>{t("hub.toAnswers")}</Link></> },
          { term: t("words:score.claimed"), value: score(caseFile?.claimedScore) },
          { term: t("words:score.assessed"), value: score(caseFile?.assessedScore) },
          { term: t("hub.openClarifications"), value: format.number(openClarifications) },
          { term: t("hub.openFindings"), value: openFindings === 0 ? "0" : <Link to={paths.assessment(id)}>{format.number(openFindings)}</Link> },
        ] : [{ term: t("hub.submission"), value: t("hub.noSubmission") }]),
        ...(conclusion && outcome ? [{ term: t("hub.conclusion"), value: <><StateBadge kind="outcome" value={outcome} /> {t("hub.decided", { at: format.dateTime(conclusion.decidedAt), name: conclusion.decidedByName })} <Link to={paths.conclude(id)}>{t("hub.toConclusion")}</Link></> }] : []),
      ]} />
    </Panel>
  );
}
