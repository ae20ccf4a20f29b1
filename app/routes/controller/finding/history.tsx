import { useTranslation } from "react-i18next";
import { looks } from "#app/ui/state-tones.ts";
import { Timeline } from "#app/ui/timeline.tsx";
import type { FoundFinding } from "./about.tsx";

/** How the finding came to be and every decision on it, newest first. */
export function FindingHistory({ found: { steps, raisedAt, finding } }: { found: FoundFinding }) {
  const { t } = useTranslation("finding");
  const decided = steps.map(({ id, to, reason, byRule, byName, at }) => ({
    id, at, by: byRule ? t("byRule", { name: byName }) : byName, title: t(`words:finding.${to}`), text: byRule ? t(to === "open" ? "factsReturned" : "factsChanged") : reason, tone: looks.finding[to][0], icon: looks.finding[to][1],
  }));
  return <Timeline label={t("history")} events={[...decided, { id: "raised", at: raisedAt, title: t(finding.rule === "MANUAL" ? "raisedByHand" : "raisedByRule", { rule: finding.rule }), tone: "late" as const }]} />;
}
