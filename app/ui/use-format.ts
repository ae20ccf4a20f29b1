import { useTranslation } from "react-i18next";
import * as format from "#app/text/format.ts";
import type { Moment } from "#app/text/format.ts";
import { useLanguage } from "./use-language.ts";

/** The formatters of text/format.ts bound to the language of the page. */
export function useFormat() {
  const { t } = useTranslation("words");
  const language = useLanguage();
  return {
    date: (moment: Moment) => format.formatDate(moment, language),
    dateTime: (moment: Moment) => format.formatDateTime(moment, language),
    due: (days: number) => format.formatDue(days, t),
    ago: (days: number) => format.formatAgo(days, t),
    number: (value: number, decimals?: number) => format.formatNumber(value, language, decimals),
    percent: (value: number) => format.formatPercent(value, language),
    bytes: (bytes: number) => format.formatBytes(bytes, language),
  };
}
