import type { Tx } from "#app/db/client.server.ts";
import { missingParts } from "#app/domain/breach/breach-parts.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { mayWork } from "../may.ts";
import { limitsOf } from "./as-one.ts";
import { breachContent, changedFields } from "./breach-content.ts";
import type { BreachContent } from "./breach-content.ts";
import type { RecordSource } from "./breach-filter.ts";
import { breachRecords } from "./breach-records.server.ts";
import { listInquiries } from "./list-inquiries.server.ts";
import { ownWords } from "./own-words.ts";
import { clocksOf, viewClock } from "./record-clocks.ts";
import { mayBeOne } from "./same-breach.ts";

/** A notice as it was received, with the fields in which it differs from the one before it. */
export type NoticeView = { id: string; number: number; at: string; by: string; content: BreachContent; changed: (keyof BreachContent)[]; afterClosing: boolean };
/** Another record that may be the same breach, or is. Times are ISO instants. */
export type OtherRecord = { id: string; title: string; source: RecordSource; awareAt: string };

const other = ({ id, title, source, awareAt }: { id: string; title: string; source: string; awareAt: Date }): OtherRecord => ({ id, title, source: source as RecordSource, awareAt: awareAt.toISOString() });

/** A breach of the controller's register as its page shows it; null when it is not there. */
export async function loadBreach(tx: Tx, scope: Scope, id: string, now: Date) {
  const register = breachRecords(tx, scope);
  const found = await register.find(id);
  if (!found) return null;
  const all = [found, ...found.folded];
  const notices = await register.notices(all.flatMap(({ breachId }) => (breachId === null ? [] : [breachId])));
  const told = notices.map(({ content }) => breachContent.parse(content));
  const clocks = clocksOf(found, limitsOf(found), now);
  const iso = (at: Date | null) => at?.toISOString() ?? null;
  // What was known before a notice told it stays readable beside it.
  const known = all.filter(({ breachId }) => breachId === null).map(ownWords);
  const content = told.at(-1) ?? ownWords(found);
  const nearest = (one: { awareAt: Date }) => Math.abs(one.awareAt.getTime() - found.awareAt.getTime());
  return {
    id, version: found.version, title: found.title, content, known: told.length === 0 ? [] : known, missing: missingParts(content), source: found.source as RecordSource, processor: found.processor, byNotice: told.length > 0,
    agreements: found.agreements.map(({ agreement }) => ({ id: agreement.id, title: agreement.title, ended: agreement.status === "ended", concept: agreement.concept })),
    choices: await register.agreementsWith(found.registerId),
    sameAs: found.sameAs, folded: found.folded.map(other),
    others: (await register.listAt(found.registerId)).filter((one) => mayBeOne(found, one)).sort((one, two) => nearest(one) - nearest(two)).map(other),
    inquiries: await listInquiries(tx, scope, all.map((one) => one.id)),
    notices: notices.map((notice, place): NoticeView => {
      const before = notices.slice(0, place).findLastIndex(({ breachId }) => breachId === notice.breachId);
      return {
        id: notice.id, number: notice.number, at: notice.sentAt.toISOString(), by: notice.sentByName, content: told[place]!, changed: before < 0 ? [] : changedFields(told[before]!, told[place]!),
        afterClosing: found.renotifiedAt !== null && notice.sentAt >= found.renotifiedAt,
      };
    }),
    clocks: { processor: viewClock(clocks.processor, now), authority: viewClock(clocks.authority, now), persons: viewClock(clocks.persons, now), limit: clocks.limit, besides: clocks.besides, period: clocks.period, fromAsking: found.processorAwareAt === null && found.toldAt !== null },
    awareAt: found.awareAt.toISOString(), notifiedAt: iso(found.notifiedAt), notes: found.notes, authorityDecision: found.authorityDecision as "" | "notified" | "not-required",
    authorityNotifiedAt: iso(found.authorityNotifiedAt), authorityReason: found.authorityReason, highRisk: found.highRisk, personsInformedAt: iso(found.personsInformedAt), personsReason: found.personsReason,
    closedAt: iso(found.closedAt), renotifiedAt: iso(found.renotifiedAt), createdByName: found.createdByName, createdAt: found.createdAt.toISOString(), may: mayWork(scope) && found.sameAs === null, mayPart: mayWork(scope), now: now.toISOString(),
  };
}

export type LoadedBreach = NonNullable<Awaited<ReturnType<typeof loadBreach>>>;
