import { day, instant, pretty } from "./as-json.ts";
import type { Gathered } from "./gather-case.server.ts";
import { contractPath } from "./manifest.ts";

/** The signed contracts that go with a package: of the version that stood when the request was sent, and of those recorded while the case was open. */
export function contractFiles({ contract }: Pick<Gathered, "contract">) {
  return contract.flatMap(({ number, file, counted, recordedAt }) => (counted && file ? [{ ...file, number, recordedAt, path: contractPath(number, file.name) }] : []));
}

/** What of the package is the agreement's: was there a plan with reasons, does the contract hold what it must, what was recorded as signed. */
export function agreementFiles(found: Gathered): { path: string; bytes: Buffer }[] {
  return [
    { path: "plan.json", bytes: pretty(planOf(found)) },
    {
      path: "checks.json",
      bytes: pretty(found.checks.map(({ id, catalogue, catalogueVersion, title, agreementVersion, startedByName, startedAt, completed, total, items }) => ({
        id, catalogue: { id: catalogue, version: catalogueVersion, title }, agreementVersion, startedBy: startedByName, startedAt, completedBy: completed?.byName ?? null, completedAt: completed?.at ?? null, itemsInCatalogue: total,
        items: items.map(({ item, text, verdict, reason, clause, decidedByName, decidedAt }) => ({ item, text, verdict, reason, clause, decidedBy: decidedByName, decidedAt })),
      }))),
    },
    {
      path: "contract.json",
      bytes: pretty(found.contract.map(({ id, number, label, signedOn, signedForController, signedForProcessor, changes, recordedByName, recordedAt, file, counted, content }) => ({
        id, version: number, label, signedOn, signedForController, signedForProcessor, changes, recordedBy: recordedByName, recordedAt: instant(recordedAt),
        file: file && { path: contractFiles(found).find((one) => one.number === number)?.path ?? null, name: file.name, mediaType: file.mediaType, size: file.size, sha256: file.sha256 },
        inForce: counted, content,
      }))),
    },
    { path: "round.json", bytes: pretty(roundOf(found)) },
    {
      path: "escalation.json",
      bytes: pretty(found.ladder.map(({ id, supervisionId, step, state, overdueDays, fromConcept, toConcept, told, at, reason, decidedByName, decidedAt, nextSupervisionId }) => ({
        id, supervision: supervisionId, step, state, at: instant(at), overdueDays, told, fromConcept, toConcept, reason, decidedBy: decidedByName, decidedAt: instant(decidedAt), nextSupervision: nextSupervisionId,
      }))),
    },
  ];
}

function planOf({ plan, concerns, id: supervision }: Gathered) {
  return {
    factors: plan.said.factors, reason: plan.said.reason, saidBy: plan.said.updatedByName || null, saidAt: plan.said.updatedAt,
    advice: {
      points: plan.points, suggestedMonths: plan.check.suggested, plannedMonths: plan.check.planned, deviates: plan.check.deviates,
      steps: plan.steps.map(({ code, from, to, effect, source }) => ({ code, fromMonths: from, toMonths: to, effect, source })), factorsSeen: plan.suggested,
    },
    lines: plan.lines.map(({ id, kind, concept, intervalMonths, nextDueOn, reason, concernId, ownQuestionnaireId, createdAt, removedAt, opened }) => ({
      id, kind, concept, intervalMonths, nextDueOn, reason, concern: concernId, ownQuestionnaire: ownQuestionnaireId, createdAt: instant(createdAt), removedAt: instant(removedAt), openedThisSupervision: opened,
    })),
    concerns: concerns.map(({ id, kind, source, body, noticedOn, createdByName, createdAt, supervisionId }) => ({
      id, kind, source, body, noticedOn: day(noticedOn), by: createdByName, at: instant(createdAt), supervision: supervisionId, openedThisSupervision: supervisionId === supervision,
    })),
  };
}

function roundOf({ round }: Gathered) {
  return round && {
    id: round.id, title: round.title, state: round.state, dueOn: day(round.dueOn), language: round.language, message: round.message, createdBy: round.createdByName, createdAt: instant(round.createdAt),
    startedBy: round.startedByName, startedAt: instant(round.startedAt), finishedAt: instant(round.finishedAt),
    item: round.item && { concept: round.item.concept, supplements: round.item.supplements, planLine: round.item.planLineId, sentAt: instant(round.item.sentAt) },
  };
}
