import { useTranslation } from "react-i18next";
import { CONTENT_FIELDS } from "#app/supervision/breach/breach-content.ts";
import type { BreachContent } from "#app/supervision/breach/breach-content.ts";
import { Facts } from "#app/ui/facts.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./breach-facts.module.css";

const OPTIONAL: readonly (keyof BreachContent)[] = ["atSubprocessor", "dealtWithAt", "possibleOnly"];

/** What is said of a breach, field by field; what is not said is said to be so. The title stands elsewhere. */
export function ContentFacts({ content, only }: { content: BreachContent; only?: readonly (keyof BreachContent)[] }) {
  const { t } = useTranslation("breach");
  const shown = CONTENT_FIELDS.filter((field) => (only ? only.includes(field) : field !== "title" && !(OPTIONAL.includes(field) && !content[field])));
  return <Facts facts={shown.map((field) => ({ term: t(`field.${field}`), value: <ContentValue content={content} field={field} /> }))} />;
}

/** One field of a breach in the reader's way. */
export function ContentValue({ content, field }: { content: BreachContent; field: keyof BreachContent }) {
  const { t } = useTranslation("breach");
  const format = useFormat();
  const value = content[field];
  if (typeof value === "boolean") return t(value ? "yes" : "no");
  if (value === null || value === "") return <span className={classes.unknown}>{t("unknown")}</span>;
  if (typeof value === "number") return format.number(value);
  return field.endsWith("At") ? format.dateTime(value) : <span className={classes.text}>{value}</span>;
}
