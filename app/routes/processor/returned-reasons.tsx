import { useTranslation } from "react-i18next";
import { paths } from "#app/paths.ts";
import type { ReturnedView } from "#app/supervision/find-received.server.ts";
import { Notice } from "#app/ui/notice.tsx";
import classes from "./inbox.module.css";

/** The questions the controller sent back, each with why; nothing when none are. */
export function ReturnedReasons({ returned, controllerName, answerPage }: { returned: readonly ReturnedView[]; controllerName: string; answerPage?: string }) {
  const { t } = useTranslation("supervision");
  if (returned.length === 0) return null;
  return (
    <Notice tone="soon" title={t("returned.title", { controller: controllerName, count: returned.length })}>
      <p>{t("returned.text")}</p>
      <ul className={classes.reasons}>
        {returned.map(({ question, title, reason, byName }) => (
          <li key={question}>
            <p className={classes.question}>{answerPage ? <a href={`${paths.answer(answerPage)}#question-${question}`}>{title}</a> : title}</p>
            <p>{t("returned.reason", { name: byName, reason })}</p>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
