import { Form, useLocation, useRouteLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/paths.ts";
import { languages } from "#app/text/language.ts";
import { colourSchemes, isColourScheme } from "./colour-scheme.ts";
import classes from "./preferences.module.css";
import { useLanguage } from "./use-language.ts";

/** Danish or English, as a plain form; the document is loaded anew, since a page holds the texts of one language only. */
export function LanguageSwitch() {
  const { t } = useTranslation("frame");
  const current = useLanguage();
  return (
    <form method="post" action={paths.language()} className={classes.group} aria-label={t("language.label")}>
      <BackField />
      {languages.map((language) => (
        <button
          key={language}
          name="language"
          value={language}
          lang={language}
          aria-pressed={language === current}
          className={classes.choice}
        >
          {t(`language.${language}`)}
        </button>
      ))}
    </form>
  );
}

/** Light, dark or as the device, as a plain form. */
export function AppearanceSwitch() {
  const { t } = useTranslation("frame");
  const root = useRouteLoaderData("root") as { colourScheme?: unknown } | undefined;
  const current = isColourScheme(root?.colourScheme) ? root.colourScheme : "auto";
  return (
    <Form method="post" action={paths.appearance()} preventScrollReset className={classes.group} aria-label={t("appearance.label")}>
      <BackField />
      {colourSchemes.map((scheme) => (
        <button key={scheme} name="scheme" value={scheme} aria-pressed={scheme === current} className={classes.choice}>
          {t(`appearance.${scheme}`)}
        </button>
      ))}
    </Form>
  );
}

function BackField() {
  const { pathname, search } = useLocation();
  return <input type="hidden" name="back" value={pathname + search} />;
}
