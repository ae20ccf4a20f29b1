import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { LoadedWheel } from "#app/agreement/plan/load-wheel.server.ts";
import { monthsOfYear } from "#app/agreement/plan/year-view.ts";
import { typedIn } from "#app/routes/shared/refused.ts";
import type { Refused } from "#app/routes/shared/refused.ts";
import { formatMonthName } from "#app/text/format.ts";
import { LongTextField, SelectField, TextField } from "#app/ui/field.tsx";
import { Mark } from "#app/ui/mark.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import { useLanguage } from "#app/ui/use-language.ts";
import classes from "./wheel.module.css";

/** The fixed day each year on which all processors are gone through (004:83), recorded once it is done. */
export function Review({ wheel, returned }: { wheel: LoadedWheel; returned?: Refused }) {
  const { t } = useTranslation("plan");
  const format = useFormat();
  const language = useLanguage();
  const { year, today, may, review: { day, on, done, earlier, processors, agreements } } = wheel;
  const intent = returned?.typed.intent?.[0];
  const [mine, setting] = [intent === "review-done" ? returned : undefined, intent === "review-day" ? returned : undefined];
  const typed = typedIn(mine);
  const counts = (one: { processors: number; agreements: number }) => ({ processors: format.number(one.processors), agreements: format.number(one.agreements) });
  return (
    <Panel title={t("review.title")} lead={t("review.lead")}>
      {on ? <p className={classes.review}><strong>{format.date(on)}</strong> {done ? <Mark tone="ok">{t("month.reviewDone")}</Mark> : on < today ? <Mark tone="late">{t("state.overdue")}</Mark> : null}</p> : <p className="quiet">{t("review.none")}</p>}
      {done ? <><p>{t("review.doneOn", { date: format.date(done.doneOn), name: done.doneByName, ...counts(done) })}</p><p className={classes.said}>{done.note}</p></> : null}
      {earlier.length > 0 ? (
        <details className={classes.more}>
          <summary>{t("review.earlier")}</summary>
          <ul>{earlier.map((one) => <li key={one.year}><strong>{one.year}</strong> {t("review.doneOn", { date: format.date(one.doneOn), name: one.doneByName, ...counts(one) })} <span className={classes.said}>{one.note}</span></li>)}</ul>
        </details>
      ) : null}
      {may && !done && String(year) === today.slice(0, 4) ? (
        <details className={classes.more} open={mine !== undefined || undefined}>
          <summary>{t("review.record")}</summary>
          <Form method="post" noValidate className={classes.fields} preventScrollReset>
            <p className="quiet">{t("review.now", counts({ processors, agreements }))}</p>
            <LongTextField name="note" label={t("review.note")} hint={t("review.noteHint")} errors={mine?.errors} defaultValue={typed("note")} rows={3} maxLength={4000} />
            <TextField name="doneOn" type="date" label={t("review.date")} errors={mine?.errors} defaultValue={typed("doneOn", today)} max={today} />
            <div><SubmitButton size="xs" intent="review-done">{t("review.save")}</SubmitButton></div>
          </Form>
        </details>
      ) : null}
      {may ? (
        <details className={classes.more} open={setting !== undefined || undefined}>
          <summary>{t("review.setDay")}</summary>
          <Form method="post" noValidate className={classes.fields} preventScrollReset>
            <SelectField name="month" label={t("review.month")} errors={setting?.errors} required={false} defaultValue={typedIn(setting)("month", day.slice(0, 2))} data={[{ value: "", label: t("review.dayNone") }, ...monthsOfYear(year).map((month) => ({ value: month.slice(5), label: formatMonthName(month, language) }))]} />
            <TextField name="day" inputMode="numeric" maxLength={2} label={t("review.day")} errors={setting?.errors} required={false} defaultValue={typedIn(setting)("day", day === "" ? "1" : String(Number(day.slice(3))))} />
            <div><SubmitButton size="xs" variant="default" intent="review-day">{t("review.saveDay")}</SubmitButton></div>
          </Form>
        </details>
      ) : null}
    </Panel>
  );
}
