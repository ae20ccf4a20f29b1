import type { TFunction } from "i18next";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { hoursAndMinutes } from "#app/domain/breach/clock.ts";
import type { ClockView } from "#app/supervision/breach/record-clocks.ts";
import type { Tone } from "#app/ui/mark.tsx";

/** From so many hours on, a span is said in days. */
const IN_DAYS = 100;
const TICK = 20_000;

const tones: Record<ClockView["state"], Tone> = { running: "soon", over: "late", late: "late", kept: "ok", open: "wait", done: "rest" };

/** Which tone a clock has; one that nobody waits for is calm. */
export function toneOf(clock: ClockView): Tone {
  return tones[clock.state];
}

/** "3 timer 20 minutter", "5 døgn". */
export function spanWords(t: TFunction, milliseconds: number): string {
  const { hours, minutes } = hoursAndMinutes(milliseconds);
  if (hours >= IN_DAYS) return t("breach:span.days", { count: Math.floor(hours / 24) });
  const said = [...(hours > 0 ? [t("breach:span.hours", { count: hours })] : []), ...(minutes > 0 || hours === 0 ? [t("breach:span.minutes", { count: minutes })] : [])];
  return said.join(" ");
}

/** A clock in words as it stood at the server's time, and counted on in the browser. */
export function ClockWords({ clock }: { clock: ClockView }) {
  const { t } = useTranslation("breach");
  const since = useElapsed(clock.until === null);
  if (clock.until !== null) return <>{t(`clock.${clock.state}`, { span: spanWords(t, clock.milliseconds) })}</>;
  const left = clock.milliseconds - since;
  if (clock.state === "running") return <>{left >= 0 ? t("clock.running", { span: spanWords(t, left) }) : t("clock.over", { span: spanWords(t, -left) })}</>;
  return <>{t(`clock.${clock.state}`, { span: spanWords(t, clock.milliseconds + since) })}</>;
}

/** Milliseconds since the page was drawn; 0 without JavaScript. */
function useElapsed(counting: boolean): number {
  const [elapsed, setElapsed] = useState(0);
  useEffect(() => {
    if (!counting) return;
    const began = performance.now();
    const timer = setInterval(() => setElapsed(performance.now() - began), TICK);
    return () => clearInterval(timer);
  }, [counting]);
  return elapsed;
}
