import { Button } from "@mantine/core";
import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { WRITERS } from "#app/agreement/may.ts";
import { loadWheel } from "#app/agreement/plan/load-wheel.server.ts";
import { readDay, readDueFilter, readYear } from "#app/agreement/plan/read-due-filter.ts";
import { overloaded } from "#app/agreement/plan/year-view.ts";
import { requireController } from "#app/auth/guard.server.ts";
import { forbidden, notFound } from "#app/auth/refusals.ts";
import { now } from "#app/config/clock.server.ts";
import { isRowId } from "#app/domain/identity/row-id.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import { paths } from "#app/paths.ts";
import { refuse } from "#app/routes/shared/read-form.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { flash } from "#app/ui/flash.server.ts";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Panel } from "#app/ui/panel.tsx";
import { changeWheel } from "./change-wheel.server.ts";
import { DueFilters } from "./due-filters.tsx";
import { MonthBoard } from "./month-board.tsx";
import { Beyond, LeftOver, Made, Overload } from "./wheel-notices.tsx";
import { Review } from "./review.tsx";
import classes from "./wheel.module.css";
import { Wheel } from "./wheel.tsx";

export const meta = pageTitle("plan:wheel.title");

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope } = await requireController(request);
  const [url, today] = [new URL(request.url), copenhagenDate(now())];
  const [lineId, version] = [url.searchParams.get("moved") ?? "", Number(url.searchParams.get("v"))];
  const made = isRowId(lineId) && Number.isSafeInteger(version) ? { lineId, version, from: readDay(url, "from", today) } : null;
  return withTenant(scope, (tx) => loadWheel(tx, scope, { year: readYear(url, Number(today.slice(0, 4))), today, filter: readDueFilter(url), made }), { readOnly: true });
}

/** A move, or the yearly review. The page comes back as it was asked for, filter and year kept. */
export async function action({ request }: ActionFunctionArgs) {
  const { scope, language } = await requireController(request, ...WRITERS);
  const [url, form] = [new URL(request.url), await request.formData()];
  for (const name of ["moved", "v", "from", "index"]) url.searchParams.delete(name);
  const done = await changeWheel(scope, form, now());
  if (done.ok) {
    for (const [name, value] of Object.entries(done.moved ?? {})) url.searchParams.set(name, String(value));
    return redirect(`${url.pathname}${url.search}`, done.text ? { headers: flash(done.text) } : undefined);
  }
  if ("gone" in done) return done.gone === "role" ? forbidden() : notFound();
  if ("conflict" in done) return redirect(`${url.pathname}${url.search}`, { headers: flash({ tone: "late", text: "plan:move.conflict", values: { title: done.conflict } }) });
  if ("beyond" in done) return { beyond: done.beyond, errors: {}, typed: {} };
  return refuse(form, language, done.keys);
}

export default function WheelPage() {
  const { t } = useTranslation("plan");
  const wheel = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const [asked] = useSearchParams();
  const { year, months, may, review } = wheel;
  const total = months.reduce((sum, month) => sum + month.total, 0);
  const many = overloaded(months);
  const at = (other: number) => { const next = new URLSearchParams(asked); next.set("year", String(other)); for (const name of ["moved", "v", "from"]) next.delete(name); return `?${next}`; };
  const narrowed = ["q", "concept", "points", "state", "owner", "processor"].some((name) => (asked.get(name) ?? "") !== "");
  return (
    <>
      <PageHeader
        title={t("wheel.title")} lead={t(may ? "wheel.lead" : "wheel.leadReader", { year })}
        actions={<><Button component={Link} to={paths.calendarLink()} variant="default">{t("wheel.calendar")}</Button><Button component={Link} to={paths.rounds()} variant="default">{t("wheel.rounds")}</Button><Button component={Link} to={paths.due()}>{t("wheel.due")}</Button></>}
      />
      {returned && "beyond" in returned && returned.beyond ? <Beyond beyond={returned.beyond} /> : null}
      {wheel.made ? <Made made={wheel.made} /> : null}
      <FormErrorSummary errors={returned?.errors} />
      <div className={classes.top}>
        <Wheel wheel={wheel} many={many} />
        <div className={classes.side}>
          <nav className={classes.years} aria-label={t("wheel.year")}>
            <Link to={at(year - 1)} aria-label={`${t("wheel.previous")}: ${year - 1}`} preventScrollReset><Icon name="left" />{year - 1}</Link>
            <strong>{year}</strong>
            <Link to={at(year + 1)} aria-label={`${t("wheel.next")}: ${year + 1}`} preventScrollReset>{year + 1}<Icon name="right" /></Link>
          </nav>
          <LeftOver count={wheel.leftOver} year={year} />
          <Overload months={months} many={many} />
          <Review key={`${year} ${review.done?.doneOn} ${review.day}`} wheel={wheel} returned={returned} />
        </div>
      </div>
      <DueFilters active={narrowed} owners={wheel.owners} year={year} />
      {total === 0 && review.on === null ? <Panel><EmptyState icon="plan" title={t(narrowed ? "wheel.emptyFilter" : "wheel.empty", { year })}>{narrowed ? null : t("wheel.emptyText")}</EmptyState></Panel> : <MonthBoard wheel={wheel} many={many} />}
    </>
  );
}
