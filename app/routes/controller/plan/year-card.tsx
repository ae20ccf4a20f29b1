import { NativeSelect, TextInput } from "@mantine/core";
import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { LoadedWheel } from "#app/agreement/plan/load-wheel.server.ts";
import { monthsOfYear } from "#app/agreement/plan/year-view.ts";
import type { YearItem, YearState } from "#app/agreement/plan/year-view.ts";
import { paths } from "#app/paths.ts";
import { formatMonthName } from "#app/text/format.ts";
import { ConceptBadge } from "#app/ui/concept-badge.tsx";
import { Icon } from "#app/ui/icon.tsx";
import type { IconName } from "#app/ui/icon.tsx";
import { PointsBadge } from "#app/ui/points-badge.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import { useLanguage } from "#app/ui/use-language.ts";
import classes from "./month-board.module.css";
import { Hidden } from "./wheel-notices.tsx";

const SIGNS: Readonly<Record<YearState, IconName>> = { overdue: "alert", "under-way": "dot", ahead: "clock", expected: "dash", held: "check" };

/** One supervision of a month: what, with whom, how it stands, and the form that moves it. */
export function YearCard({ item, wheel, onDrag }: { item: YearItem; wheel: LoadedWheel; onDrag: (item: YearItem | null) => void }) {
  const { t } = useTranslation("plan");
  const format = useFormat();
  const language = useLanguage();
  const { lineId, version, supervisionId, kind, concept, on, state, agreementId, title, processorName, points } = item;
  const moves = wheel.may && lineId !== null && (state === "overdue" || state === "ahead");
  return (
    <li className={classes.item} data-state={state} draggable={moves || undefined} onDragStart={(event) => { event.dataTransfer.effectAllowed = "move"; event.dataTransfer.setData("text/plain", title); onDrag(item); }} onDragEnd={() => onDrag(null)}>
      <div className={classes.line}>
        <ConceptBadge concept={concept} short />
        <Link to={supervisionId ? paths.supervision(supervisionId) : paths.agreementPlan(agreementId)} className={classes.title} draggable={false}>{title}</Link>
        <PointsBadge points={points} />
      </div>
      <p className={classes.meta}>
        <span className={classes.state}><Icon name={SIGNS[state]} size={13} />{t(`state.${state}`)}</span>
        <time dateTime={on}>{format.date(on)}</time>
        {kind === "supplement" || kind === "extra" ? <span>{t(`kind.${kind}`)}</span> : null}
        <span className={classes.who}>{processorName}</span>
      </p>
      {moves ? (
        <details className={classes.move}>
          <summary aria-label={t("move.label", { title })}>{t("move.open")}</summary>
          <Form method="post" preventScrollReset className={classes.form}>
            <Hidden fields={{ lineId, version, dueOn: on }} />
            <NativeSelect name="month" size="xs" label={t("move.month")} defaultValue={on.slice(0, 7)} data={monthsOfYear(wheel.year).map((month) => ({ value: month, label: formatMonthName(month, language) }))} />
            <TextInput name="to" size="xs" type="date" label={t("move.day")} />
            <SubmitButton size="xs" intent="move">{t("move.submit")}</SubmitButton>
          </Form>
        </details>
      ) : null}
    </li>
  );
}
