import { useTranslation } from "react-i18next";
import { INTERVALS } from "#app/agreement/plan/plan-form.ts";

/** Says an interval in words: "Hvert andet år", "Kun ved hændelser". */
export function useInterval(): (months: number | null) => string {
  const { t } = useTranslation("plan");
  return (months) => (months === null ? t("every.none") : INTERVALS.some((one) => one === months) ? t(`every.${months}`) : t("every.other", { months }));
}
