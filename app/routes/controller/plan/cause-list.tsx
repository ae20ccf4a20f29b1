import { useTranslation } from "react-i18next";
import type { TFunction } from "i18next";
import type { ChangeCause } from "#app/agreement/plan/change-cause.ts";
import { isIsoDate } from "#app/domain/time/iso-date.ts";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./reassessment.module.css";

/** What changed, before and after, and when. */
export function CauseList({ causes }: { causes: readonly ChangeCause[] }) {
  const { t } = useTranslation("plan");
  const format = useFormat();
  return (
    <ul className={classes.causes}>
      {causes.map((cause) => (
        <li key={`${cause.kind} ${cause.ref}`}>
          <strong>{t(`cause.${cause.kind}`)}</strong>
          <span>{sayCause(t, format, cause)}</span>
          <span className="quiet">{format.date(cause.at)}</span>
        </li>
      ))}
    </ul>
  );
}

function sayCause(t: TFunction, format: ReturnType<typeof useFormat>, { kind, ref, from, to }: ChangeCause): string {
  if (ref === "transfersOutsideEu") return t("causeText.transfers");
  if (kind === "certificate" && isIsoDate(from)) return t("causeText.expired", { day: format.date(from) });
  const word = (text: string) => text.split(",").map((one) => {
    if (/^\d+$/.test(one)) return format.number(Number(one));
    if (kind === "country") return t(`country:name.${one}`, { defaultValue: one });
    if (kind === "categories") return t(`agreement:category.${one}`, { defaultValue: one });
    return kind === "persons" ? t(`agreement:person.${one}`, { defaultValue: one }) : one;
  }).join(", ");
  if (kind === "categories") return t("causeText.fromTo", { from: from === "" ? t("causeText.none") : word(from), to: to === "" ? t("causeText.none") : word(to) });
  return from === "" ? word(to) : t("causeText.fromTo", { from: word(from), to: word(to) });
}
