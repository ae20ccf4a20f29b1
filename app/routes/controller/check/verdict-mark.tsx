import { useTranslation } from "react-i18next";
import type { Verdict } from "#app/domain/agreement-check/verdicts.ts";
import { Mark } from "#app/ui/mark.tsx";

/** A verdict with its tone. */
export function VerdictMark({ verdict }: { verdict: Verdict }) {
  const { t } = useTranslation("check");
  if (verdict === "met") return <Mark tone="ok">{t("words:verdict.met")}</Mark>;
  return verdict === "not-met" ? <Mark tone="late" icon="cross">{t("words:verdict.not-met")}</Mark> : <Mark tone="rest" icon="ban">{t("words:verdict.not-relevant")}</Mark>;
}
