import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Suggestion } from "#app/agreement/check/suggest-verdicts.ts";
import type { CheckItemView } from "#app/supervision/agreement-check/load-check.server.ts";
import { sourceWords } from "#app/supervision/finding/source-words.ts";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import classes from "./check.module.css";
import { VerdictMark } from "./verdict-mark.tsx";

/** What the agreement's own data suggests, why, and the button that takes it. */
export function ItemSuggestion({ item: { id, ref }, suggestion: { verdict, why, values, source } }: { item: CheckItemView; suggestion: Suggestion }) {
  const { t } = useTranslation("check");
  const reason = t(`suggestion.${why}`, { ...values, interpolation: { escapeValue: false } });
  const clause = source === "" ? "" : sourceWords(t, source);
  return (
    <Form method="post" className={classes.suggestion}>
      <input type="hidden" name="item" value={ref} />
      <input type="hidden" name="version" value={0} />
      <input type="hidden" name="verdict" value={verdict} />
      <input type="hidden" name="reason" value={reason} />
      <input type="hidden" name="clause" value={clause} />
      <p className={classes.suggestionTitle}>{t("suggest.title")} <VerdictMark verdict={verdict} /></p>
      <p className={classes.said}>{reason}{clause ? <span className={classes.quiet}> ({clause})</span> : null}</p>
      <div><SubmitButton size="xs" variant="default" intent={`suggested ${ref}`} aria-label={`${t("suggest.use")} ${id}`}>{t("suggest.use")}</SubmitButton></div>
    </Form>
  );
}
