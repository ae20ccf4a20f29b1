import type { TFunction } from "i18next";
import type { Limit } from "#app/domain/limits/limit-units.ts";

/** "24 timer", "1 måned", "uden unødig forsinkelse". */
export function sayAmount(t: TFunction, { value, unit }: Pick<Limit, "value" | "unit">): string {
  return value === null ? t(`limit:word.${unit}`) : t(`limit:unit.${unit}`, { count: value });
}

/** "24 timer, fra databehandleren blev klar over det": the amount and what it runs from. */
export function sayLimit(t: TFunction, limit: Pick<Limit, "value" | "unit" | "runsFrom">): string {
  const amount = sayAmount(t, limit);
  return limit.runsFrom === "" ? amount : `${amount} ${t(`limit:runsFrom.${limit.runsFrom}`)}`;
}
