import type { Tx } from "#app/db/client.server.ts";
import type { Concept } from "#app/domain/concept/concept.ts";
import { suggestInterval } from "#app/domain/frequency/suggest-interval.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { planLines } from "./plan-lines.server.ts";
import { plans } from "./plans.server.ts";

/**
 * Makes or changes the line that carries an agreement's cycle when a concept comes into force: at the suggested interval, unless another one
 * was kept with a reason and the concept is the same. The agreement's next day follows.
 */
export async function setPrimaryLine(tx: Tx, scope: Pick<Scope, "organisationId">, agreementId: string, { concept, points, nextDueOn }: { concept: Concept; points: number; nextDueOn: IsoDate | null }): Promise<void> {
  const lines = planLines(tx, scope);
  const { factors, reason } = await plans(tx, scope).find(agreementId);
  const { months } = suggestInterval({ points, factors: factors.map(({ code }) => code), concept });
  const before = (await lines.list(agreementId)).find(({ kind }) => kind === "primary");
  if (before) {
    const intervalMonths = before.concept === concept && reason !== "" ? before.intervalMonths : months;
    await lines.change(before.id, before.version, { concept, intervalMonths, nextDueOn, reason: "", ...(concept === 6 ? {} : { ownQuestionnaireId: null }) });
  } else await lines.add({ agreementId, kind: "primary", concept, intervalMonths: months, nextDueOn });
  await lines.keepNextDue(agreementId);
}
