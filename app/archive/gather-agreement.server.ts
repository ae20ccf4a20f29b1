import { checks } from "#app/agreement/check/checks.server.ts";
import { dayOrNull } from "#app/agreement/calendar-day.ts";
import { findFacts } from "#app/agreement/plan/find-facts.server.ts";
import { plans } from "#app/agreement/plan/plans.server.ts";
import type { VersionFile } from "#app/agreement/versions.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Concept } from "#app/domain/concept/concept.ts";
import { checkInterval } from "#app/domain/frequency/check-interval.ts";
import type { LineKind } from "#app/domain/frequency/plan-line.ts";
import { suggestFactors } from "#app/domain/frequency/suggest-factors.ts";
import { traceInterval } from "#app/domain/frequency/suggest-interval.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import { refOf } from "#app/questionnaire/catalogues/item-refs.ts";
import { findCheckCatalogue } from "#app/supervision/agreement-check/check-catalogue.server.ts";
import type { Case } from "#app/supervision/assessment/load-case.server.ts";

/** What is the agreement's rather than the case's: plan, concerns, checks, the contract as recorded, the round. `at`: when the package is made; `until`: up to when the case counts. */
export async function gatherAgreement(tx: Tx, found: Case, { at, until }: { at: Date; until: Date }) {
  return {
    plan: await gatherPlan(tx, found, at),
    concerns: await tx.concern.findMany({ where: { agreementId: found.agreementId, controllerId: found.controllerId, createdAt: { lte: until } }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] }),
    checks: await gatherChecks(tx, found, until),
    contract: await gatherContract(tx, found, until),
    round: await gatherRound(tx, found),
  };
}

/** The plan as it stands when the package is made, with lines taken out of it, and what the guide advises for the points of this case. */
async function gatherPlan(tx: Tx, { agreementId, controllerId, caseFile }: Case, at: Date) {
  const mine = { organisationId: controllerId };
  const said = await plans(tx, mine).find(agreementId);
  const rows = await tx.planLine.findMany({ where: { agreementId, controllerId }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  const lines = rows.map(({ kind, concept, nextDueOn, ...row }) => ({ ...row, kind: kind as LineKind, concept: concept as Concept, nextDueOn: dayOrNull(nextDueOn), opened: row.id === caseFile.planLineId }));
  const standing = lines.filter(({ removedAt }) => removedAt === null);
  const events = await tx.concern.findMany({ where: { agreementId, controllerId, kind: { not: "wrong" }, id: { in: standing.flatMap(({ concernId }) => concernId ?? []) } }, select: { kind: true } });
  const factors = [...said.factors.map(({ code }) => code as string), ...events.map(({ kind }) => kind)];
  const { points } = caseFile;
  const concept = standing.find(({ kind }) => kind === "primary")?.concept;
  return { said, points, lines, steps: traceInterval({ points, factors, concept }), check: checkInterval(standing, { points, factors }), suggested: suggestFactors(await findFacts(tx, mine, agreementId, copenhagenDate(at))) };
}

/** The agreement's checks up to the conclusion, oldest first, each item with its words, in the order of the catalogue. */
async function gatherChecks(tx: Tx, { agreementId, controllerId }: Case, until: Date) {
  const mine = { organisationId: controllerId };
  const held = (await checks(tx, mine).ofAgreement(agreementId)).filter(({ startedAt }) => startedAt <= until.toISOString()).reverse();
  const found = [];
  for (const { items, ...check } of held) {
    const catalogue = await findCheckCatalogue(tx, mine, check);
    const words = new Map(catalogue?.items.map((item, place) => [refOf(catalogue, item), { text: item.text, place }]));
    const inOrder = items.toSorted((one, other) => (words.get(one.item)?.place ?? 0) - (words.get(other.item)?.place ?? 0) || one.item.localeCompare(other.item));
    found.push({ ...check, title: catalogue?.title ?? { da: check.catalogue, en: check.catalogue }, total: catalogue?.items.length ?? items.length, items: inOrder.map((item) => ({ ...item, text: words.get(item.item)?.text ?? null })) });
  }
  return found;
}

/** The versions of the contract recorded up to the conclusion; `counted`: the one that stood when the request was sent, and those recorded while the case was open. */
async function gatherContract(tx: Tx, { agreementId, controllerId, request }: Case, until: Date) {
  const rows = await tx.agreementVersion.findMany({ where: { agreementId, controllerId, recordedAt: { lte: until } }, orderBy: { number: "asc" } });
  const before = rows.findLast(({ recordedAt }) => request.sentAt !== null && recordedAt <= request.sentAt)?.number ?? 0;
  return rows.map(({ file, signedOn, ...row }) => ({ ...row, signedOn: dayOrNull(signedOn), file: file as unknown as VersionFile | null, counted: row.number >= before }));
}

/** The round the request was sent in, with what it was sent as there; null when it was sent by itself. */
async function gatherRound(tx: Tx, { id: supervisionId, controllerId, caseFile: { roundId } }: Case) {
  const round = roundId === null ? null : await tx.round.findFirst({ where: { id: roundId, controllerId } });
  const item = round && (await tx.roundItem.findFirst({ where: { roundId: round.id, supervisionId } }));
  return round && { ...round, item };
}
