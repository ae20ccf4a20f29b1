import { Link, useSearchParams, useSubmit } from "@remix-run/react";
import { useState } from "react";
import type { CSSProperties, DragEvent } from "react";
import { useTranslation } from "react-i18next";
import type { LoadedWheel } from "#app/agreement/plan/load-wheel.server.ts";
import { YEAR_STATES } from "#app/agreement/plan/year-view.ts";
import type { YearItem, YearMonth } from "#app/agreement/plan/year-view.ts";
import { addDays, addMonths } from "#app/domain/time/iso-date.ts";
import { paths } from "#app/paths.ts";
import { formatMonthName } from "#app/text/format.ts";
import { Icon } from "#app/ui/icon.tsx";
import { Mark } from "#app/ui/mark.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import { useLanguage } from "#app/ui/use-language.ts";
import classes from "./month-board.module.css";
import { YearCard } from "./year-card.tsx";

/** The twelve months with their supervisions: what is dragged to another month is moved there; each can also be moved by its own form. */
export function MonthBoard({ wheel, many }: { wheel: LoadedWheel; many: ReadonlySet<string> }) {
  const submit = useSubmit();
  const [dragged, setDragged] = useState<YearItem | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const most = Math.max(1, ...wheel.months.map(({ total }) => total));
  const drop = (month: string) => (event: DragEvent) => {
    event.preventDefault();
    setOver(null);
    if (!dragged?.lineId || dragged.on.startsWith(month)) return;
    void submit({ intent: "move", lineId: dragged.lineId, version: String(dragged.version), dueOn: dragged.on, month }, { method: "post", preventScrollReset: true });
    setDragged(null);
  };
  return (
    <div className={classes.board} data-dragging={dragged !== null || undefined}>
      {wheel.months.map((month) => (
        <section
          key={month.month} id={`m-${month.month}`} className={classes.month} aria-labelledby={`h-${month.month}`} data-over={over === month.month || undefined} data-now={wheel.today.startsWith(month.month) || undefined}
          onDragOver={(event) => { if (dragged) { event.preventDefault(); setOver(month.month); } }} onDragLeave={() => setOver((one) => (one === month.month ? null : one))} onDrop={drop(month.month)}
        >
          <Head month={month} share={month.total / most} many={many.has(month.month)} />
          <Items month={month} wheel={wheel} onDrag={setDragged} />
        </section>
      ))}
    </div>
  );
}

function Head({ month: { month, total, counts }, share, many }: { month: YearMonth; share: number; many: boolean }) {
  const { t } = useTranslation("plan");
  const format = useFormat();
  const language = useLanguage();
  return (
    <header className={classes.head}>
      <h2 id={`h-${month}`} className={classes.name}>{formatMonthName(month, language)}</h2>
      <span className={classes.count}>{many ? <Mark tone="soon">{t("month.many")}</Mark> : null} {total === 0 ? t("month.none") : t("month.count", { count: total, number: format.number(total) })}</span>
      <span className={classes.bar} aria-hidden="true" style={{ "--share": share } as CSSProperties}>
        {YEAR_STATES.map((state) => (counts[state] ? <span key={state} data-state={state} style={{ flexGrow: counts[state] } as CSSProperties} /> : null))}
      </span>
    </header>
  );
}

function Items({ month: { month, items, total }, wheel, onDrag }: { month: YearMonth; wheel: LoadedWheel; onDrag: (item: YearItem | null) => void }) {
  const { t } = useTranslation("plan");
  const format = useFormat();
  const [asked] = useSearchParams();
  const { review } = wheel;
  const more = new URLSearchParams([...asked].filter(([name]) => ["q", "concept", "points", "state", "owner", "processor"].includes(name)));
  more.set("from", `${month}-01`);
  more.set("on", addDays(addMonths(`${month}-01`, 1), -1));
  return (
    <>
      {review.on?.startsWith(month) ? <p className={classes.review}><Icon name={review.done ? "check" : "processors"} size={15} />{format.date(review.on)}: {t(review.done ? "month.reviewDone" : "month.review")}</p> : null}
      <ul className={classes.items}>{items.map((item) => <YearCard key={item.key} item={item} wheel={wheel} onDrag={onDrag} />)}</ul>
      {total > items.length ? <p className={classes.more}><Link to={`${paths.due()}?${more}`}>{t("month.more", { count: total - items.length, number: format.number(total - items.length) })}</Link></p> : null}
    </>
  );
}

