import type { Tx } from "#app/db/client.server.ts";
import { missingParts } from "#app/domain/breach/breach-parts.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { mayAnswer } from "../may.ts";
import { breachContent, changedFields } from "./breach-content.ts";
import type { BreachContent } from "./breach-content.ts";
import { contentOf } from "./content-of.ts";
import { ownBreaches } from "./own-breaches.server.ts";

/** A controller that may be told, with what it last was; `behind`: the register says more by now. */
export type ToldController = { id: string; name: string; number: number; lastAt: string | null; behind: boolean };
/** One sending of the same words: when, by whom, to whom, and what it changed to what was told before. */
export type Telling = { id: string; at: string; by: string; to: string[]; changed: (keyof BreachContent)[]; first: boolean };

/** A breach of the processor's own register as its page shows it; null when it is not there. */
export async function loadOwnBreach(tx: Tx, scope: Scope, id: string) {
  const register = ownBreaches(tx, scope);
  const found = await register.find(id);
  if (!found) return null;
  const content = contentOf(found);
  const names = await register.controllers();
  const controllers = names.map(({ id: controllerId, name }): ToldController => {
    const last = found.notices.filter((notice) => notice.controllerId === controllerId).at(-1);
    return { id: controllerId, name, number: last?.number ?? 0, lastAt: last?.sentAt.toISOString() ?? null, behind: last !== undefined && changedFields(breachContent.parse(last.content), content).length > 0 };
  });
  return {
    id, version: found.version, content, missing: missingParts(content), controllers, tellings: tellingsOf(found.notices, new Map(names.map(({ id, name }) => [id, name]))),
    createdByName: found.createdByName, createdAt: found.createdAt.toISOString(), may: mayAnswer(scope),
  };
}

export type LoadedOwnBreach = NonNullable<Awaited<ReturnType<typeof loadOwnBreach>>>;

type Notice = { id: string; controllerId: string; number: number; content: unknown; sentByName: string; sentAt: Date };

/** Notices of one moment are one telling; newest first. */
function tellingsOf(notices: readonly Notice[], names: ReadonlyMap<string, string>): Telling[] {
  const tellings = new Map<string, Telling>();
  const before = new Map<string, BreachContent>();
  for (const { id, controllerId, content, sentByName, sentAt } of notices) {
    const said = breachContent.parse(content);
    const last = before.get(controllerId);
    before.set(controllerId, said);
    const key = `${sentAt.toISOString()} ${last ? "again" : "first"}`;
    const telling = tellings.get(key) ?? { id, at: sentAt.toISOString(), by: sentByName, to: [], changed: last ? changedFields(last, said) : [], first: !last };
    telling.to.push(names.get(controllerId) ?? "");
    tellings.set(key, telling);
  }
  return [...tellings.values()].map((telling) => ({ ...telling, to: telling.to.toSorted((one, other) => one.localeCompare(other, "da")) })).reverse();
}
