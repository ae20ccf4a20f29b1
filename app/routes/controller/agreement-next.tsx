import { Button } from "@mantine/core";
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { LoadedAgreement } from "#app/agreement/load-agreement.server.ts";
import { paths } from "#app/paths.ts";
import type { Tone } from "#app/ui/mark.tsx";
import { Notice } from "#app/ui/notice.tsx";
import classes from "./agreement-hub.module.css";

type Step = { key: "score" | "reassess" | "outdated" | "choose" | "waiting" | "underWay"; tone: Tone; to: string };

/** What the agreement lacks now, the first thing first; null when nothing does. */
function nextStep({ id, score, concept, outdated, reassess, waiting, underWay, ended }: LoadedAgreement): Step | null {
  if (ended) return null;
  if (score === null) return { key: "score", tone: "soon", to: paths.agreementScore(id) };
  if (reassess) return { key: "reassess", tone: "soon", to: paths.reassessment(id) };
  if (outdated) return { key: "outdated", tone: "soon", to: paths.agreementScore(id) };
  if (waiting) return { key: "waiting", tone: "soon", to: paths.agreementConcept(id) };
  if (concept === null) return { key: "choose", tone: "soon", to: paths.agreementConcept(id) };
  return underWay ? { key: "underWay", tone: "wait", to: paths.supervision(underWay.id) } : null;
}

/** The next step on an agreement, with the way to it. */
export function NextStep({ agreement }: { agreement: LoadedAgreement }) {
  const { t } = useTranslation("agreement");
  const step = nextStep(agreement);
  if (!step) return null;
  const leads = agreement.may || step.key === "waiting" || step.key === "underWay";
  return (
    <div className={classes.next}>
      <Notice tone={step.tone} title={t(`next.${step.key}.title`)}>
        <p>{t(`next.${step.key}.text`)}</p>
        {leads ? <p><Button component={Link} to={step.to} size="sm">{t(`next.${step.key}.do`)}</Button></p> : null}
      </Notice>
    </div>
  );
}
