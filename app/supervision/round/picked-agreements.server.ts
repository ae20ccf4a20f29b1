import { literally } from "#app/agreement/search-text.ts";
import type { Tx } from "#app/db/client.server.ts";
import { BANDS } from "#app/domain/concept/concept.ts";
import type { Concept } from "#app/domain/concept/concept.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { LEFT_OUT, ROUND_CONCEPTS } from "./round-filter.ts";
import type { LeftOut, RoundFilter } from "./round-filter.ts";

/** How many agreements a filter picks, by concept; and how many it meets that no request can be made for, by why. */
export type Picked = { total: number; concepts: { concept: Concept; count: number }[]; left: Record<LeftOut, number> };

type Found = { id: string; points: number | null; concept: number | null };

/** The agreements in force that a filter meets. Those without a concept to ask under are counted, but not picked. */
export function pickedAgreements(tx: Tx, { organisationId }: Pick<Scope, "organisationId">, filter: RoundFilter) {
  const given = (value: string) => (value === "" ? null : value);
  const band = BANDS.find(({ id }) => id === filter.points);
  const like = `%${literally(filter.q)}%`;
  const [dueBy, concept, processor, last] = [given(filter.dueBy), given(filter.concept), given(filter.processor), given(filter.last)];
  const find = () => tx.$queryRaw<Found[]>`
    select a.id, a.points, a.concept from agreement a join processor p on p.id = a.processor_id and p.controller_id = a.controller_id
    where a.controller_id = ${organisationId}::uuid and a.status = 'active' and (a.title ilike ${like} or a.reference ilike ${like} or p.name ilike ${like})
      and (${dueBy}::date is null or a.next_due_on <= ${dueBy}::date) and (${concept}::int is null or a.concept = ${concept}::int)
      and (${band?.from ?? null}::int is null or a.points between ${band?.from ?? null}::int and ${band?.to ?? null}::int)
      and (${processor}::uuid is null or a.processor_id = ${processor}::uuid)
      and (${last}::text is null or a.standing = ${last}::text) and (not ${filter.free} or a.standing not in ('awaiting-controller', 'awaiting-processor'))`;
  return {
    async count(): Promise<Picked> {
      const kinds = (await find()).map(kindOf);
      const of = (kind: string) => kinds.filter((one) => one === kind).length;
      const concepts = ROUND_CONCEPTS.map((concept) => ({ concept, count: of(String(concept)) })).filter(({ count }) => count > 0);
      const left = Object.fromEntries(LEFT_OUT.map((why) => [why, of(why)])) as Record<LeftOut, number>;
      return { total: concepts.reduce((sum, { count }) => sum + count, 0), concepts, left };
    },
    /** Puts them into a round of the scope's, each with its concept in force; what is in it already stays. Gives how many came. */
    async addTo(roundId: string): Promise<number> {
      const chosen = (await find()).filter((one) => kindOf(one).length === 1);
      return tx.$executeRaw`
        insert into round_item (round_id, agreement_id, controller_id, concept)
        select ${roundId}::uuid, x.id, ${organisationId}::uuid, x.concept from unnest(${chosen.map(({ id }) => id)}::uuid[], ${chosen.map((one) => one.concept)}::int[]) as x(id, concept)
        on conflict (round_id, agreement_id) do nothing`;
    },
  };
}

function kindOf({ points, concept }: Found): string {
  if (points === null) return "no-score";
  if (concept === null) return "no-concept";
  return concept === 1 ? "on-concern" : String(concept);
}
