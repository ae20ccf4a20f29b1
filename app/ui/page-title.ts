import type { MetaFunction } from "@remix-run/node";
import { defaultLanguage, isLanguage } from "#app/text/language.ts";
import { translatorFor } from "#app/text/translator.ts";

type Values = Record<string, string | number>;

/**
 * The `meta` of a route: `export const meta = pageTitle("agreement:list.title")`, or with values from the loader's
 * answer: `pageTitle<typeof loader>("agreement:one.title", (data) => ({ name: data.name }))`.
 */
export function pageTitle<Loader = unknown>(
  key: string,
  values?: (data: NonNullable<Parameters<MetaFunction<Loader>>[0]["data"]>) => Values,
): MetaFunction<Loader> {
  return ({ data, matches }) => {
    const root = matches.find((match) => match.id === "root")?.data as { language?: unknown } | undefined;
    const t = translatorFor(isLanguage(root?.language) ? root.language : defaultLanguage).t;
    const title = data && values ? t(key, values(data)) : t(key);
    return [{ title: `${title} – ${t("frame:product")}` }];
  };
}
