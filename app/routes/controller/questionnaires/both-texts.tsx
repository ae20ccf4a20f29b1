import { useTranslation } from "react-i18next";
import type { Localized } from "#app/questionnaire/types.ts";
import { LongTextField, TextField } from "#app/ui/field.tsx";
import classes from "./builder.module.css";

/** Characters on a line of half the editor's width, few rather than many. */
const LINE = 30;

type Props = { name: string; label: string; hint?: string; value: Localized; long?: boolean; rows?: number };

/** One text in both languages, side by side. A missing translation is said where it is missing. */
export function BothTexts({ name, label, hint, value, long = false, rows = 2 }: Props) {
  const { t } = useTranslation("builder");
  const missing = value.da !== "" && value.en === "";
  const lines = Math.min(12, Math.max(rows, Math.ceil(Math.max(value.da.length, value.en.length) / LINE))); // as much as there is, before a script can measure it
  const field = (language: "da" | "en") => {
    const own = {
      name: `${name}.${language}`, label: t(`both.${language}`, { label }), defaultValue: value[language], maxLength: 4_000, autoComplete: "off",
      lang: language, hint: language === "da" ? hint : undefined,
    };
    return long ? <LongTextField {...own} required rows={lines} autosize minRows={lines} maxRows={12} /> : <TextField {...own} required />;
  };
  return (
    <div className={classes.both} data-missing={missing || undefined}>
      {field("da")}
      <div>
        {field("en")}
        {missing ? <p className={classes.missing}>{t("both.missing")}</p> : null}
      </div>
    </div>
  );
}
