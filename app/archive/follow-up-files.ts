import { day, instant, pretty } from "./as-json.ts";
import type { GatheredBreach } from "./gather-breaches.server.ts";
import type { Gathered } from "./gather-case.server.ts";
import type { GatheredFinding } from "./gather-findings.server.ts";

/** What was found and how it was followed up: findings of the supervision, those on the agreement itself, and breaches. `paths`: where the evidence lies, in the order of `found.evidence`. */
export function followUpFiles(found: Gathered, paths: readonly string[]): { path: string; bytes: Buffer }[] {
  const pathOf = new Map(found.evidence.map(({ id }, index) => [id, paths[index] ?? null]));
  const written = (rows: readonly GatheredFinding[]) => pretty(rows.map((row) => findingOf(row, pathOf)));
  return [
    { path: "findings.json", bytes: written(found.findings) },
    { path: "agreement-findings.json", bytes: written(found.ofAgreement) },
    { path: "breaches.json", bytes: pretty(found.breaches.map(breachOf)) },
  ];
}

function findingOf(row: GatheredFinding, pathOf: ReadonlyMap<string, string | null>) {
  const { id, rule, ruleVersion, severity, blocking, source, question, subject, values, body, state, measure, ownerName, dueOn, acceptedUntil, raisedAt, closedAt, effectiveness, sentBack, previousId, previous, decisions, reports } = row;
  return {
    id, rule, ruleVersion, severity, blocking, source, question, subject, values, body, state, measure, owner: ownerName, dueOn: day(dueOn), acceptedUntil: day(acceptedUntil), raisedAt: instant(raisedAt), closedAt: instant(closedAt),
    effectiveness, sentBack,
    reports: reports.map((report) => ({
      by: report.reportedByName, at: instant(report.reportedAt), body: report.body, evidence: report.evidence.map(({ id: file, name, size, sha256 }) => ({ path: pathOf.get(file) ?? null, name, size, sha256 })),
    })),
    decisions: decisions.map(({ fromState, toState, reason, decidedByName, decidedAt }) => ({ from: fromState, to: toState, reason, by: decidedByName, at: instant(decidedAt) })),
    previous: previousId && {
      id: previousId, supervision: previous?.supervision?.id ?? null, concludedAt: instant(previous?.supervision?.concludedAt ?? null), raisedAt: instant(previous?.raisedAt ?? null),
      state: previous?.state ?? null, measure: previous?.measure ?? "", owner: previous?.ownerName ?? "", dueOn: day(previous?.dueOn ?? null), effectiveness: previous?.effectiveness ?? "",
    },
  };
}

function breachOf(breach: GatheredBreach) {
  return {
    ...recordOf(breach),
    agreements: breach.agreements.map(({ agreementId, agreement, supervisionId, disclosedRef }) => ({ agreement: agreementId, title: agreement.title, supervision: supervisionId, disclosed: disclosedRef })),
    clocks: breach.clocks,
    authority: { decision: breach.authorityDecision, notifiedAt: instant(breach.authorityNotifiedAt), reason: breach.authorityReason },
    persons: { highRisk: breach.highRisk, informedAt: instant(breach.personsInformedAt), reason: breach.personsReason },
    notes: breach.notes, closedAt: instant(breach.closedAt),
    sameBreach: breach.folded.map(recordOf),
    notices: breach.notices.map(({ breachId, number, sentByName, sentAt, content }) => ({ breach: breachId, number, by: sentByName, at: instant(sentAt), content })),
    inquiries: breach.inquiries.map(({ number, toName, toEmail, body, sentByName, sentAt, answer, answeredAt, answeredByName }) => ({
      number, to: { name: toName, email: toEmail }, by: sentByName, at: instant(sentAt), body, answer, answeredAt: instant(answeredAt), notedBy: answeredByName,
    })),
  };
}

function recordOf({ id, source, title, nature, categories, personCount, recordCount, consequences, measures, possibleOnly, occurredAt, processorAwareAt, notifiedAt, awareAt, createdByName, createdAt }: GatheredBreach["folded"][number] | GatheredBreach) {
  return {
    id, source, title, nature, categories, personCount, recordCount, consequences, measures, possibleOnly, occurredAt: instant(occurredAt), processorAwareAt: instant(processorAwareAt), notifiedAt: instant(notifiedAt),
    awareAt: instant(awareAt), registeredBy: createdByName, registeredAt: instant(createdAt),
  };
}
