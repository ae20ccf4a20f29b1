import { Form, Link, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { LoadedWheel } from "#app/agreement/plan/load-wheel.server.ts";
import type { YearMonth } from "#app/agreement/plan/year-view.ts";
import { addDays } from "#app/domain/time/iso-date.ts";
import { paths } from "#app/paths.ts";
import { formatMonthName } from "#app/text/format.ts";
import { LongTextField } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import { useLanguage } from "#app/ui/use-language.ts";
import type { BeyondMove } from "./change-wheel.server.ts";
import classes from "./wheel.module.css";

/** A move that was just made, and the way back. */
export function Made({ made }: { made: NonNullable<LoadedWheel["made"]> }) {
  const { t } = useTranslation("plan");
  const format = useFormat();
  const { lineId, version, from, to, title } = made;
  return (
    <div className={classes.notice}>
      <Notice tone="ok" role="status" title={t("move.done", { title, from: format.date(from), to: format.date(to) })}>
        <Form method="post" preventScrollReset>
          <Hidden fields={{ lineId, version, dueOn: to, to: from, back: "yes" }} />
          <SubmitButton size="xs" variant="default" intent="move">{t("move.undo")}</SubmitButton>
        </Form>
      </Notice>
    </div>
  );
}

/** A move beyond the interval: what speaks against it, and the reason that is needed. */
export function Beyond({ beyond }: { beyond: BeyondMove }) {
  const { t } = useTranslation("plan");
  const format = useFormat();
  const [asked] = useSearchParams();
  const { lineId, version, title, dueOn, to, rule, months, latest } = beyond;
  return (
    <div className={classes.notice}>
      <Notice tone="soon" role="alert" title={t("move.beyondTitle", { title, to: format.date(to) })}>
        <p>{t(`move.beyond.${rule}`, { months, latest: format.date(latest) })}</p>
        <Form method="post" className={classes.reason} noValidate>
          <Hidden fields={{ lineId, version, dueOn, to }} />
          {/* It has just opened because of what was done: the reason is what comes next. */}
          <LongTextField name="reason" label={t("move.reason")} hint={t("move.reasonHint")} rows={2} maxLength={4000} data-autofocus />
          <div className={classes.buttons}><SubmitButton intent="move">{t("move.anyway")}</SubmitButton><Link to={`?${asked}`}>{t("move.leave")}</Link></div>
        </Form>
      </Notice>
    </div>
  );
}

/** Fields that are sent along. */
export function Hidden({ fields }: { fields: Readonly<Record<string, string | number>> }) {
  return <>{Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}</>;
}

/** What is overdue from years before the one shown. */
export function LeftOver({ count, year }: { count: number; year: number }) {
  const { t } = useTranslation("plan");
  const format = useFormat();
  if (count === 0) return null;
  return <Notice tone="late"><p>{t("wheel.leftOver", { count, number: format.number(count) })} <Link to={`${paths.due()}?on=${addDays(`${year}-01-01`, -1)}&state=overdue`}>{t("wheel.seeLeftOver")}</Link></p></Notice>;
}

/** Months that have far more than their share. */
export function Overload({ months, many }: { months: readonly YearMonth[]; many: ReadonlySet<string> }) {
  const { t, i18n } = useTranslation("plan");
  const language = useLanguage();
  if (many.size === 0) return null;
  const names = months.filter(({ month }) => many.has(month)).map(({ month }) => formatMonthName(month, language));
  const said = new Intl.ListFormat(i18n.language, { type: "conjunction" }).format(names);
  return <Notice tone="soon"><p>{t("wheel.overload", { months: said.charAt(0).toLocaleUpperCase() + said.slice(1) })}</p></Notice>;
}
