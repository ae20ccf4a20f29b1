import { useTranslation } from "react-i18next";
import type { LoadedBreach } from "#app/supervision/breach/load-breach.server.ts";
import { sourceWords } from "#app/supervision/finding/source-words.ts";
import { CopyButton } from "#app/ui/copy-button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import classes from "./breach.module.css";

const QUESTIONS = ["happened", "data", "help"] as const;

/** Under concept 1 nothing is asked until something is wrong; then it is asked at once (Datatilsynet 2021, concept 1: K1-2). */
export function AskQuestions({ breach: { processor } }: { breach: LoadedBreach }) {
  const { t } = useTranslation("breach");
  const words = QUESTIONS.map((one) => t(`ask.${one}`));
  const body = words.join("\n");
  return (
    <Notice tone="wait" title={t("ask.title")}>
      <p>{t("ask.text", { name: processor.contactName || processor.name })} {sourceWords(t, "Datatilsynet 2021, koncept 1")}.</p>
      <ul className={classes.questions}>{words.map((one) => <li key={one}>{one}</li>)}</ul>
      <p>{processor.contactEmail ? <a href={`mailto:${encodeURIComponent(processor.contactEmail)}?subject=${encodeURIComponent(t("ask.subject"))}&body=${encodeURIComponent(body)}`}>{t("ask.mail", { email: processor.contactEmail })}</a> : null} <CopyButton text={body} what={t("ask.copy")} /></p>
    </Notice>
  );
}
