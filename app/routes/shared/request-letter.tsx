import { useTranslation } from "react-i18next";
import { DueDate } from "#app/ui/due-date.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./request-letter.module.css";

type Props = {
  controllerName: string; title: string; concept: number; supplements?: readonly number[]; dueOn: string | null; message: string; sentByName?: string; sentAt?: string | Date | null;
  /** Given where the due date is to be told as so many days away. */
  today?: string; settled?: boolean;
};

/** Who asks, about what, by when and why, with the controller's own words: the same to both parties. */
export function RequestLetter({ controllerName, title, concept, supplements = [], dueOn, message, sentByName, sentAt, today, settled = false }: Props) {
  const { t } = useTranslation("supervision");
  const format = useFormat();
  return (
    <div className={classes.letter}>
      <Facts facts={[
        { term: t("letter.from"), value: sentByName ? `${controllerName}, ${sentByName}` : controllerName },
        { term: t("letter.about"), value: title },
        { term: t("letter.asks"), value: supplements.length === 0 ? t(`letter.concept.${concept}`) : <ul className={classes.asked}>{[concept, ...supplements].map((part) => <li key={part}>{t(`letter.concept.${part}`)}</li>)}</ul> },
        { term: t("list.due"), value: dueOn === null ? "–" : today ? <DueDate on={dueOn} today={today} settled={settled} /> : format.date(dueOn) },
        ...(sentAt ? [{ term: t("hub.sent"), value: format.dateTime(sentAt) }] : []),
      ]} />
      <p className={classes.message}>{message}</p>
    </div>
  );
}
