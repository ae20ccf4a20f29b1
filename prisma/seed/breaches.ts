import { notifyControllers } from "#app/supervision/breach/notify-controllers.server.ts";
import { changeBreach } from "#app/supervision/breach/change-breach.server.ts";
import type { OwnBreachFields } from "#app/supervision/breach/own-breach-form.ts";
import { registerBreach } from "#app/supervision/breach/register-breach.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import type { Actor, Stage } from "./stage.ts";

/** A breach of the demo; the id is there once it has been registered. */
export type Mishap = { id: string; by: Actor; fields: OwnBreachFields; version: number };
type Told = Omit<OwnBreachFields, "awareAt" | "occurredAt" | "dealtWithAt" | "possibleOnly" | "atSubprocessor"> & Partial<OwnBreachFields>;

/** Registers a breach noticed so many days ago, some minutes after half past seven. */
export function mishap(stage: Stage, by: Actor, { on, minutes = 0 }: { on: number; minutes?: number }, told: Told): Mishap {
  const awareAt = stage.moment(on, minutes);
  const made: Mishap = { id: "", by, version: 1, fields: { occurredAt: null, dealtWithAt: null, possibleOnly: false, atSubprocessor: "", awareAt, ...told } };
  stage.acts.push({ at: stage.moment(on, minutes + 25), run: async (at) => { made.id = (await withTenant(by, (tx) => registerBreach(tx, by, made.fields, at))).id; } });
  return made;
}

/** Writes down what has become known since. */
export function learn(stage: Stage, made: Mishap, { on, minutes = 0 }: { on: number; minutes?: number }, news: Partial<OwnBreachFields>): void {
  stage.acts.push({ at: stage.moment(on, minutes), run: async () => {
    made.fields = { ...made.fields, ...news };
    const done = await withTenant(made.by, (tx) => changeBreach(tx, made.by, made.id, made.version, made.fields));
    if (!done.ok) throw new Error(`breach: ${done.reason}`);
    made.version += 1;
  } });
}

/** Notifies controllers of it as it stands. */
export function tell(stage: Stage, made: Mishap, { on, minutes = 0 }: { on: number; minutes?: number }, houses: readonly string[]): void {
  stage.acts.push({ at: stage.moment(on, minutes), run: async (at) => {
    const done = await withTenant(made.by, (tx) => notifyControllers(tx, made.by, { breachId: made.id, version: made.version, controllerIds: houses.map((house) => stage.house(house).id), at }));
    if (!done.ok) throw new Error(`notice: ${done.reason}`);
  } });
}
