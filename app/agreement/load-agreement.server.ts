import type { Tx } from "#app/db/client.server.ts";
import type { SupervisionState } from "#app/domain/lifecycle/supervision-state.ts";
import type { Concept } from "#app/domain/concept/concept.ts";
import type { Outcome } from "#app/domain/scoring/propose-conclusion.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { agreements } from "./agreements.server.ts";
import { dayOrNull } from "./calendar-day.ts";
import { conceptChoices } from "./concept-choices.server.ts";
import type { ConcernKind, ConcernSource } from "./concern-form.ts";
import { concerns } from "./concerns.server.ts";
import { demandsOf } from "./demands-of.ts";
import { limits } from "./limits.server.ts";
import { mayWrite } from "./may.ts";
import { planLines } from "./plan/plan-lines.server.ts";
import { presentChoice, presentFields, presentScore } from "./present.ts";
import { riskScores } from "./risk-scores.server.ts";
import { isOutdated } from "./score-facts.ts";
import { subprocessors } from "./subprocessors.server.ts";
import { standingOf } from "./standing.ts";
import { OPEN_FINDINGS } from "#app/domain/findings/finding-state.ts";
import { versions } from "./versions.server.ts";

/** Everything an agreement's own page shows. Null when not there. */
export async function loadAgreement(tx: Tx, scope: Scope, id: string, today: IsoDate) {
  const row = await agreements(tx, scope).find(id);
  if (!row) return null;
  const scores = (await riskScores(tx, scope).list(id)).map(presentScore);
  const choices = await conceptChoices(tx, scope).list(id);
  const held = await supervisionsOf(tx, scope, id);
  const chain = await subprocessors(tx, scope).list(id);
  const agreed = await limits(tx, scope).list(id);
  const raised = await concerns(tx, scope).list(id);
  const lines = await planLines(tx, scope).list(id);
  const extras = new Map(lines.flatMap(({ concernId, nextDueOn }) => (concernId ? [[concernId, nextDueOn] as const] : [])));
  const reassess = (await tx.reassessment.count({ where: { agreementId: id, controllerId: scope.organisationId, state: "open" } })) > 0;
  const gaps = await tx.finding.groupBy({ by: ["state"], where: { agreementId: id, controllerId: scope.organisationId, state: { in: [...OPEN_FINDINGS, "risk-accepted"] } }, _count: true });
  const score = scores.find((one) => one.id === row.scoreId) ?? null;
  const [choice, waiting] = [choices.find((one) => one.id === row.choiceId), choices.find((one) => one.state === "awaiting-approval")];
  const nextDueOn = dayOrNull(row.nextDueOn);
  const answerDueOn = held.find(({ state }) => ["sent", "answering", "returned"].includes(state))?.dueOn ?? null;
  return {
    id, title: row.title, processor: { id: row.processor.id, name: row.processor.name }, fields: presentFields(row), may: mayWrite(scope), today, nextDueOn,
    ended: row.status === "ended", concept: row.concept as Concept | null, standing: standingOf({ standing: row.standing, concept: row.concept, nextDueOn, answerDueOn }, today),
    gaps: { open: sum(gaps.filter(({ state }) => state !== "risk-accepted")), accepted: sum(gaps.filter(({ state }) => state === "risk-accepted")) },
    score, scores, reassess, outdated: score !== null && isOutdated(row, { a: score.a, ticks: score.reasons.ticks }),
    choice: choice ? presentChoice(choice) : null, waiting: waiting ? presentChoice(waiting) : null,
    subprocessors: chain, limits: agreed, demands: demandsOf(row, agreed, lines), version: await newestVersion(tx, scope, id), supervisions: held, underWay: held.find(({ state }) => !["concluded", "archived", "withdrawn"].includes(state)) ?? null,
    concerns: raised.map((one) => ({ ...one, kind: one.kind as ConcernKind, extraOn: extras.get(one.id) ?? null, source: one.source as ConcernSource, noticedOn: dayOrNull(one.noticedOn) ?? "", createdAt: one.createdAt.toISOString() })),
  };
}

const sum = (groups: readonly { _count: number }[]) => groups.reduce((all, { _count: count }) => all + count, 0);

export type LoadedAgreement = NonNullable<Awaited<ReturnType<typeof loadAgreement>>>;

async function newestVersion(tx: Tx, scope: Scope, id: string) {
  const newest = await versions(tx, scope).newest(id);
  return newest && { ...newest, signedOn: dayOrNull(newest.signedOn) };
}

/** The agreement's supervisions, newest first. */
async function supervisionsOf(tx: Tx, { organisationId: controllerId }: Scope, agreementId: string) {
  const rows = await tx.supervision.findMany({
    where: { agreementId, controllerId }, orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    select: { id: true, concept: true, state: true, dueOn: true, sentAt: true, concludedAt: true, createdAt: true, conclusion: { select: { outcome: true } } },
  });
  return rows.map(({ id, concept, state, dueOn, sentAt, concludedAt, createdAt, conclusion }) => ({
    id, concept: concept as Concept, state: state as SupervisionState, dueOn: dayOrNull(dueOn), sentAt: sentAt?.toISOString() ?? null,
    concludedAt: concludedAt?.toISOString() ?? null, createdAt: createdAt.toISOString(), outcome: (conclusion?.outcome ?? null) as Outcome | null,
  }));
}
