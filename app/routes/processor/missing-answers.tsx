import { useTranslation } from "react-i18next";
import { paths } from "#app/paths.ts";
import { Notice } from "#app/ui/notice.tsx";
import classes from "./inbox.module.css";

type Missing = { question: string; title: string; message: string | null };

/** What must still be put right before signing, each with a link to its question; says so when nothing is. */
export function MissingAnswers({ missing, supervisionId, maySign }: { missing: readonly Missing[]; supervisionId: string; maySign: boolean }) {
  const { t } = useTranslation("supervision");
  if (missing.length === 0) return <Notice tone="ok" title={t("sign.complete")}><p>{t(maySign ? "sign.completeText" : "sign.completeReview")}</p></Notice>;
  return (
    <Notice tone="soon" title={t("sign.missing", { count: missing.length })}>
      <ul className={classes.missing}>
        {missing.map(({ question, title, message }, place) => (
          <li key={`${question}-${place}`}><a href={`${paths.answer(supervisionId)}#question-${question}`}>{title}</a>{message ? ` – ${message}` : null}</li>
        ))}
      </ul>
    </Notice>
  );
}
