import { randomUUID } from "node:crypto";
import type pg from "pg";
import { hashPassword } from "#app/auth/passwords.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import type { EvidenceStore } from "#app/storage/evidence-store.ts";
import { addDays } from "#app/domain/time/iso-date.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import { HOUSES } from "./cast.ts";
import type { House, Player } from "./cast.ts";
import type { Act } from "./timeline.ts";

/** One password for every person of the demo. */
export const DEMO_PASSWORD = "tilsyn-demo-2026";

/** Somebody of the cast who acts, with the address mails go to. */
export type Actor = Scope & { email: string };

/** What the scenes play on: the people, the day it is, and the store that evidence lies in. */
export type Stage = {
  acts: Act[];
  /** Register rows of processors, by controller and processor. */
  registered: Map<string, string>;
  store: EvidenceStore;
  today: IsoDate;
  /** The day so many days ago. */
  ago: (days: number) => IsoDate;
  /** Half past eight in the morning (UTC) so many days ago, and some minutes later. */
  moment: (days: number, minutes?: number) => Date;
  /** By address: whoever has one organisation only needs no house. */
  person: (email: string, house?: string) => Actor;
  house: (key: string) => { id: string; name: string; cvr: string };
};

/** Puts the cast on stage: organisations, people and memberships, written behind the walls as nobody is there yet to invite them. */
export async function setStage(owner: pg.Client, { store, today }: { store: EvidenceStore; today: IsoDate }): Promise<Stage> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const ids = new Map(HOUSES.map(({ key }) => [key, randomUUID() as string]));
  const people = new Map<string, string>();
  const actors = new Map<string, Actor>();
  const stage: Stage = {
    acts: [], registered: new Map(), store, today,
    ago: (days) => addDays(today, -days),
    moment: (days, minutes = 0) => new Date(Date.parse(`${addDays(today, -days)}T07:30:00Z`) + minutes * 60_000),
    person: (email, house) => {
      const found = house ? actors.get(`${house} ${email}`) : [...actors].find(([key]) => key.endsWith(` ${email}`))?.[1];
      if (!found) throw new Error(`Nobody in the cast is ${email}`);
      return found;
    },
    house: (key) => {
      const found = HOUSES.find((one) => one.key === key);
      if (!found) throw new Error(`No house in the cast is ${key}`);
      return { id: ids.get(key) ?? "", name: found.name, cvr: found.cvr };
    },
  };
  stage.acts.push({ at: stage.moment(900), run: async () => { for (const house of HOUSES) await enter(house); } });
  for (const house of HOUSES) for (const player of house.people) actors.set(`${house.key} ${player.email}`, actorOf(house, player));
  return stage;

  function actorOf(house: House, { email, name, roles }: Player): Actor {
    const personId = people.get(email) ?? randomUUID();
    people.set(email, personId);
    return { side: house.side, organisationId: ids.get(house.key) ?? "", organisationName: house.name, personId, personName: name, roles, email };
  }

  async function enter({ key, side, name, cvr, people: players }: House): Promise<void> {
    const id = ids.get(key);
    await owner.query("insert into organisation (id, name, cvr, is_controller, is_processor) values ($1, $2, $3, $4, $5)", [id, name, cvr, side === "controller", side === "processor"]);
    for (const { email, name: person, title, roles } of players) {
      await owner.query("insert into person (id, email, name, title, password_hash) values ($1, $2, $3, $4, $5) on conflict do nothing", [people.get(email), email, person, title, passwordHash]);
      await owner.query("insert into membership (organisation_id, person_id, name, email, title, roles) values ($1, $2, $3, $4, $5, $6)", [id, people.get(email), person, email, title, roles]);
    }
  }
}
