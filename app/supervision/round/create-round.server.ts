import { columnOf } from "#app/agreement/calendar-day.ts";
import { record } from "#app/audit/record.server.ts";
import { forbidden } from "#app/auth/refusals.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import type { Language } from "#app/text/language.ts";
import { translate } from "#app/text/translate.server.ts";
import { workdayAfter } from "../due-date.ts";
import { mayWork } from "../may.ts";
import { pickedAgreements } from "./picked-agreements.server.ts";
import type { RoundFilter } from "./round-filter.ts";
import { blankWord, BLANKS } from "./round-message.ts";

export type CreateRoundInput = { title: string; filter: RoundFilter; language: Language; today: IsoDate };

/** Makes a round in draft of the agreements that a filter picks; nothing is sent. "nothing": it picks none. */
export async function createRound(tx: Tx, scope: Scope, { title, filter, language, today }: CreateRoundInput): Promise<{ ok: true; roundId: string; picked: number } | { ok: false; reason: "nothing" | "no-title" }> {
  if (!mayWork(scope)) forbidden();
  if (title.trim() === "") return { ok: false, reason: "no-title" };
  const agreements = pickedAgreements(tx, scope, filter);
  if ((await agreements.count()).total === 0) return { ok: false, reason: "nothing" };
  const { id: roundId } = await tx.round.create({
    data: {
      controllerId: scope.organisationId, title: title.trim().slice(0, 150), filter, language, message: defaultTemplate(language), dueOn: columnOf(workdayAfter(today)),
      createdById: scope.personId, createdByName: scope.personName,
    },
    select: { id: true },
  });
  const picked = await agreements.addTo(roundId);
  await record(tx, scope, { action: "round.created", subject: { type: "round", id: roundId }, detail: { title: title.trim(), agreements: picked } });
  return { ok: true, roundId, picked };
}

/** What the requests of a round say unless the controller writes something else. */
export function defaultTemplate(language: Language): string {
  const blanks = Object.fromEntries(BLANKS.map((blank) => [blank, blankWord(blank, language)]));
  return String(translate(language, "round")("template", { ...blanks }));
}
