import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { AuditView } from "#app/audit/present.ts";
import { sayDetail } from "#app/audit/say.ts";
import { paths } from "#app/paths.ts";
import type { Side } from "#app/ui/navigation.ts";
import { useLanguage } from "#app/ui/use-language.ts";
import classes from "./audit.module.css";

/** What an entry recorded, folded away; the page of what it concerns is a click away where the reader has one. */
export function AuditDetails({ event, side }: { event: AuditView; side: Side }) {
  const { t } = useTranslation("audit");
  const language = useLanguage();
  const to = pageOf(event, side);
  if (event.details.length === 0 && to === null) return null;
  return (
    <details className={classes.details}>
      <summary>{t("details")}</summary>
      <dl className={classes.facts}>
        {event.details.map((detail, place) => {
          const { name, value } = sayDetail(t, language, detail);
          return <div key={place}><dt>{name}</dt><dd>{value}</dd></div>;
        })}
      </dl>
      {to === null ? null : <Link to={to}>{t("open")}</Link>}
    </details>
  );
}

function pageOf({ subject: { type, id }, supervision }: AuditView, side: Side): string | null {
  if (side !== "controller" || supervision !== null) return null;
  if (type === "agreement") return paths.agreement(id);
  return type === "processor" ? paths.processor(id) : null;
}
