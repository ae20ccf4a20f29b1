import { useTranslation } from "react-i18next";
import type { EventView } from "#app/supervision/list-events.server.ts";
import type { ToldAction } from "#app/supervision/told-events.ts";
import type { IconName } from "#app/ui/icon.tsx";
import type { Tone } from "#app/ui/mark.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import { useFormat } from "#app/ui/use-format.ts";

const looks: Record<ToldAction, readonly [IconName, Tone]> = {
  "supervision.opened": ["plus", "rest"],
  "escalation.reminded": ["mail", "soon"],
  "escalation.manager-told": ["mail", "soon"],
  "escalation.step-up-proposed": ["up", "soon"],
  "escalation.step-up-accepted": ["up", "ok"],
  "escalation.step-up-declined": ["cross", "rest"],
  "request.sent": ["mail", "wait"],
  "request.due-changed": ["calendar", "rest"],
  "request.reminded": ["mail", "rest"],
  "invitation.sent": ["mail", "rest"],
  "response.begun": ["pencil", "wait"],
  "evidence.attached": ["file", "rest"],
  "evidence.removed": ["file", "rest"],
  "submission.signed": ["signature", "ok"],
  "assessment.started": ["search", "wait"],
  "clarification.opened": ["comment", "soon"],
  "clarification.written": ["comment", "rest"],
  "clarification.closed": ["check", "rest"],
  "questions.returned": ["back", "soon"],
  "questions.return-taken-back": ["back", "rest"],
  "supervision.concluded": ["seal", "ok"],
  "supervision.withdrawn": ["cross", "rest"],
  "package.requested": ["archive", "rest"],
};

/** What happened in a supervision, as the organisation's own trail tells it; `other` is the other party's name. */
export function EventList({ events, label, other }: { events: readonly EventView[]; label: string; other: string }) {
  const { t } = useTranslation("supervision");
  const format = useFormat();
  const textOf = ({ action, words }: EventView) => {
    const { from, to, reason } = words;
    if (action === "request.due-changed" && to) return [from ? t("event.dueFromTo", { from: format.date(from), to: format.date(to) }) : format.date(to), reason].filter(Boolean).join(". ");
    if (action === "request.sent" && words.dueOn) return t("event.dueOn", { date: format.date(words.dueOn) });
    if (action === "submission.signed" && words.revision) return t("event.revision", { revision: words.revision, signatory: words.signatory ?? "" });
    if (action === "evidence.attached" || action === "evidence.removed") return words.name;
    if (action === "escalation.reminded" || action === "escalation.manager-told") return words.told ? t("escalation.told", { told: words.told }) : undefined;
    return action === "supervision.withdrawn" || action === "escalation.step-up-declined" ? reason : undefined;
  };
  return (
    <Timeline
      label={label}
      events={events.map((event) => {
        const [icon, tone] = looks[event.action];
        return { id: event.id, at: event.at, by: event.ours ? event.by : [event.by, other].filter(Boolean).join(", "), title: t(`event.${event.action.replaceAll(".", "-")}`), text: textOf(event), icon, tone };
      })}
    />
  );
}
