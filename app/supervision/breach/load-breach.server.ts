import type { Tx } from "#app/db/client.server.ts";
import { missingParts } from "#app/domain/breach/breach-parts.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { mayWork } from "../may.ts";
import { breachContent, changedFields } from "./breach-content.ts";
import type { BreachContent } from "./breach-content.ts";
import type { RecordSource } from "./breach-filter.ts";
import { breachRecords, limitsOf } from "./breach-records.server.ts";
import { clocksOf, viewClock } from "./record-clocks.ts";

/** A notice as it was received, with the fields in which it differs from the one before it. */
export type NoticeView = { id: string; number: number; at: string; by: string; content: BreachContent; changed: (keyof BreachContent)[]; afterClosing: boolean };

/** A breach of the controller's register as its page shows it; null when it is not there. */
export async function loadBreach(tx: Tx, scope: Scope, id: string, now: Date) {
  const register = breachRecords(tx, scope);
  const found = await register.find(id);
  if (!found) return null;
  const notices = found.breachId === null ? [] : await register.notices(found.breachId);
  const told = notices.map(({ content }) => breachContent.parse(content));
  const clocks = clocksOf(found, limitsOf(found), now);
  const iso = (at: Date | null) => at?.toISOString() ?? null;
  const content: BreachContent = told.at(-1) ?? {
    title: found.title, nature: found.nature, categories: found.categories, personCount: found.personCount, recordCount: found.recordCount, consequences: found.consequences, measures: found.measures,
    possibleOnly: found.possibleOnly, atSubprocessor: "", occurredAt: iso(found.occurredAt), awareAt: iso(found.processorAwareAt), dealtWithAt: null,
  };
  return {
    id, version: found.version, content, missing: missingParts(content), source: found.source as RecordSource, processor: found.processor, byNotice: found.breachId !== null,
    agreement: found.agreement && { id: found.agreement.id, title: found.agreement.title, ended: found.agreement.status === "ended", concept: found.agreement.concept },
    choices: await register.agreementsWith(found.registerId),
    notices: notices.map((notice, place): NoticeView => ({
      id: notice.id, number: notice.number, at: notice.sentAt.toISOString(), by: notice.sentByName, content: told[place]!, changed: place === 0 ? [] : changedFields(told[place - 1]!, told[place]!),
      afterClosing: found.closedAt !== null && notice.sentAt > found.closedAt,
    })),
    clocks: { processor: viewClock(clocks.processor, now), authority: viewClock(clocks.authority, now), persons: viewClock(clocks.persons, now), limit: clocks.limit, besides: clocks.besides, period: clocks.period },
    awareAt: found.awareAt.toISOString(), notifiedAt: iso(found.notifiedAt), notes: found.notes, authorityDecision: found.authorityDecision as "" | "notified" | "not-required",
    authorityNotifiedAt: iso(found.authorityNotifiedAt), authorityReason: found.authorityReason, highRisk: found.highRisk, personsInformedAt: iso(found.personsInformedAt), personsReason: found.personsReason,
    closedAt: iso(found.closedAt), disclosedIn: found.supervisionId, createdByName: found.createdByName, createdAt: found.createdAt.toISOString(), may: mayWork(scope), now: now.toISOString(),
  };
}

export type LoadedBreach = NonNullable<Awaited<ReturnType<typeof loadBreach>>>;
