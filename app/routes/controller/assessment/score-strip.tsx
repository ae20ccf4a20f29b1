import { useTranslation } from "react-i18next";
import type { Outcome } from "#app/domain/scoring/propose-conclusion.ts";
import { paths } from "#app/paths.ts";
import type { AssessmentView } from "#app/supervision/assessment/present.ts";
import { Stat, Stats } from "#app/ui/stat.tsx";

const toneOf = { "in-order": "ok", "in-order-with-remarks": "soon", "not-in-order": "late" } as const;

/** Where the case stands: what is claimed, what was assessed, what the portal proposes, what is open. */
export function ScoreStrip({ view, outcome }: { view: AssessmentView; outcome: Outcome }) {
  const { t } = useTranslation("assessment");
  const { claimed, assessed, openFindings, findings, questions } = view;
  const decided = Object.values(questions).filter(({ decision }) => decision?.stands).length;
  const total = Object.keys(questions).length;
  const shown = (score: number | null) => score ?? t("noScore");
  const blocking = findings.some((one) => one.blocking && ["open", "agreed", "reported-done"].includes(one.state));
  return (
    <Stats>
      <Stat label={t("claimed")} value={shown(claimed.score)} hint={claimed.score === null ? undefined : t("of")} />
      <Stat label={t("assessed")} value={shown(assessed.score)} hint={t("decided", { decided, total })} />
      <Stat label={t("proposal")} value={t(`words:outcome.${outcome}`)} tone={toneOf[outcome]} to={paths.conclude(view.id)} hint={t("why")} />
      <Stat label={t("openFindings")} value={openFindings} tone={blocking ? "late" : openFindings > 0 ? "soon" : "ok"} to="#findings" hint={blocking ? t("finding:blocking") : undefined} />
    </Stats>
  );
}
