import type { IsoDate } from "#app/domain/time/iso-date.ts";

/** A date column as its day; the database's dates arrive as midnight UTC. */
export function dayOrNull(value: Date | null): IsoDate | null {
  return value === null ? null : value.toISOString().slice(0, 10);
}

/** A day as the database takes it. */
export function columnOf(day: IsoDate | null): Date | null {
  return day === null ? null : new Date(`${day}T00:00:00Z`);
}
