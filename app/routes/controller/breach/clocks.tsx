import { useTranslation } from "react-i18next";
import type { ReactNode } from "react";
import type { LoadedBreach } from "#app/supervision/breach/load-breach.server.ts";
import type { ClockView } from "#app/supervision/breach/record-clocks.ts";
import { sourceWords } from "#app/supervision/finding/source-words.ts";
import { Mark } from "#app/ui/mark.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./breach.module.css";
import { ClockWords, toneOf } from "./clock-words.tsx";

/** The clocks of a breach: from when, until when, whose limit, and how they stand. */
export function Clocks({ breach }: { breach: LoadedBreach }) {
  const { t } = useTranslation("breach");
  const { processor, authority, persons, limit, besides, period } = breach.clocks;
  const said = (one: { value: number | null; unit: string }) => (one.value === null ? t(`limit.${one.unit}`) : t(`limit.${one.unit}`, { count: one.value }));
  const also = besides.map((one) => `${said(one)} (${sourceWords(t, one.source)})`).join("; ");
  return (
    <Panel title={t("clocks.title")} lead={t("clocks.lead")}>
      <div className={classes.clocks}>
        <OneClock
          title={t("clocks.processor")} clock={processor} fromWords={t(breach.clocks.fromAsking ? "clocks.fromAsking" : "clocks.fromProcessor")} untilWords={t("clocks.notified")} limit={said(limit)} source={sourceWords(t, limit.source)}
          none={<p className={classes.plain}>{t("clocks.processorUnknown")}</p>}
        >
          {also ? <div><dt>{t("clocks.also")}</dt><dd>{also}</dd></div> : null}
        </OneClock>
        <OneClock
          title={t("clocks.authority")} clock={authority} fromWords={t("clocks.fromController")} untilWords={t("clocks.told")} limit={said({ value: period.hours, unit: "hours" })} source={sourceWords(t, period.source)}
          none={<Mark tone="rest" icon="check">{t("list.notRequired")}</Mark>}
        />
        <OneClock
          title={t("clocks.persons")} clock={persons} fromWords={t("clocks.fromController")} untilWords={t("clocks.informed")} limit={said({ value: null, unit: "without-undue-delay" })} source={sourceWords(t, "GDPR art. 34; 001 9.2.c")}
          none={breach.highRisk === null ? <Mark tone="soon">{t("clocks.riskOpen")}</Mark> : <Mark tone="rest" icon="check">{t("clocks.riskLow")}</Mark>}
        />
      </div>
    </Panel>
  );
}

type One = { title: string; clock: ClockView | null; fromWords: string; untilWords: string; limit: string; source: string; none: ReactNode; children?: ReactNode };

function OneClock({ title, clock, fromWords, untilWords, limit, source, none, children }: One) {
  const { t } = useTranslation("breach");
  const format = useFormat();
  return (
    <section className={classes.clock} aria-label={title}>
      <h3>{title}</h3>
      {clock === null ? none : (
        <>
          <p className={classes.words}><Mark tone={toneOf(clock)}><ClockWords clock={clock} /></Mark></p>
          <dl>
            <div><dt>{t("clocks.limit")}</dt><dd>{limit}, {source}</dd></div>
            <div><dt>{fromWords}</dt><dd>{format.dateTime(clock.from)}</dd></div>
            {clock.deadline ? <div><dt>{t("clocks.deadline")}</dt><dd>{format.dateTime(clock.deadline)}</dd></div> : null}
            {clock.until ? <div><dt>{untilWords}</dt><dd>{format.dateTime(clock.until)}</dd></div> : null}
            {children}
          </dl>
        </>
      )}
    </section>
  );
}
