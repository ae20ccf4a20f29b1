import type { Tx } from "#app/db/client.server.ts";
import type { Concept } from "#app/domain/concept/concept.ts";
import { checkInterval } from "#app/domain/frequency/check-interval.ts";
import { forecast } from "#app/domain/frequency/forecast.ts";
import { suggestFactors } from "#app/domain/frequency/suggest-factors.ts";
import { traceInterval } from "#app/domain/frequency/suggest-interval.ts";
import { addMonths } from "#app/domain/time/iso-date.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { agreements } from "../agreements.server.ts";
import { mayWrite } from "../may.ts";
import { findFacts } from "./find-facts.server.ts";
import { lastHeldOf } from "./last-held.ts";
import { YEARS_AHEAD } from "./plan-form.ts";
import { planLines } from "./plan-lines.server.ts";
import { plans } from "./plans.server.ts";

export type LoadedPlan = NonNullable<Awaited<ReturnType<typeof loadPlan>>>;

/** What the page of an agreement's plan shows: its lines, the advice step by step, what is known, and the years to come. Null when not there. */
export async function loadPlan(tx: Tx, scope: Scope, id: string, today: IsoDate) {
  const row = await agreements(tx, scope).find(id);
  if (!row) return null;
  const register = planLines(tx, scope);
  const [lines, held, plan] = [await register.list(id), await register.lastHeld(id), await plans(tx, scope).find(id)];
  const events = await tx.concern.findMany({ where: { agreementId: id, controllerId: scope.organisationId, kind: { not: "wrong" }, id: { in: lines.flatMap(({ concernId }) => concernId ?? []) } }, select: { kind: true } });
  const factors = [...plan.factors.map(({ code }) => code as string), ...events.map(({ kind }) => kind)];
  const { points } = row;
  const concept = row.concept as Concept | null;
  const cycle = lines.find(({ kind }) => kind === "primary")?.concept ?? concept ?? undefined;
  return {
    agreement: { id, title: row.title, processor: row.processor.name, processorId: row.processor.id, points, concept, ended: row.status === "ended" },
    underWay: (await tx.supervision.count({ where: { agreementId: id, controllerId: scope.organisationId, state: { notIn: ["concluded", "archived", "withdrawn"] } } })) > 0,
    may: mayWrite(scope) && row.status !== "ended", today, plan,
    lines: lines.map((line) => ({ ...line, lastOn: lastHeldOf(line, held) })),
    advice: points === null ? null : { steps: traceInterval({ points, factors, concept: cycle }), check: checkInterval(lines, { points, factors }) },
    suggestions: points === null ? [] : suggestFactors(await findFacts(tx, scope, id, today)),
    ahead: forecast(lines, addMonths(`${today.slice(0, 4)}-12-31`, (YEARS_AHEAD - 1) * 12)),
    between: cycle === 5 && !lines.some(({ kind, concept: beside }) => kind === "supplement" && beside === 3),
  };
}
