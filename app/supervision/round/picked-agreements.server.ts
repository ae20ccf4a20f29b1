import { literally } from "#app/agreement/search-text.ts";
import type { Tx } from "#app/db/client.server.ts";
import { sql } from "#app/db/sql.server.ts";
import { BANDS } from "#app/domain/concept/concept.ts";
import type { Concept } from "#app/domain/concept/concept.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { partLines } from "./part-lines.server.ts";
import { partOf } from "./planned-part.ts";
import type { PartLine, RoundPart } from "./planned-part.ts";
import { LEFT_OUT } from "./round-filter.ts";
import type { LeftOut, RoundFilter } from "./round-filter.ts";

/** How many agreements a filter picks, by what each is sent; and how many it meets that no request can be made for, by why. */
export type Picked = { total: number; parts: { concept: Concept; supplements: Concept[]; count: number }[]; left: Record<LeftOut, number> };

type Found = { id: string; points: number | null; concept: Concept | null; lines: PartLine[] };

/** The agreements in force that a filter meets. Those without a concept to ask under, or with nothing due but an extra supervision, are counted, but not picked. */
export function pickedAgreements(tx: Tx, { organisationId }: Pick<Scope, "organisationId">, filter: RoundFilter) {
  const given = (value: string) => (value === "" ? null : value);
  const band = BANDS.find(({ id }) => id === filter.points);
  const like = `%${literally(filter.q)}%`;
  const [dueBy, concept, processor, last] = [given(filter.dueBy), given(filter.concept), given(filter.processor), given(filter.last)];
  const lines = dueBy === null ? sql`'[]'::json` : partLines;
  const find = () => tx.$queryRaw<Found[]>`
    select a.id, a.points, a.concept, ${lines} as lines from agreement a join processor p on p.id = a.processor_id and p.controller_id = a.controller_id
    where a.controller_id = ${organisationId}::uuid and a.status = 'active' and (a.title ilike ${like} or a.reference ilike ${like} or p.name ilike ${like})
      and (${dueBy}::date is null or a.next_due_on <= ${dueBy}::date) and (${concept}::int is null or a.concept = ${concept}::int)
      and (${band?.from ?? null}::int is null or a.points between ${band?.from ?? null}::int and ${band?.to ?? null}::int)
      and (${processor}::uuid is null or a.processor_id = ${processor}::uuid)
      and (${last}::text is null or a.standing = ${last}::text) and (not ${filter.free} or a.standing not in ('awaiting-controller', 'awaiting-processor'))`;
  return {
    async count(): Promise<Picked> {
      const judged = (await find()).map((one) => judge(one, filter));
      const parts = new Map<string, Picked["parts"][number]>();
      for (const one of judged) if (typeof one !== "string") parts.set(nameOf(one), { concept: one.concept, supplements: one.supplements, count: (parts.get(nameOf(one))?.count ?? 0) + 1 });
      const left = Object.fromEntries(LEFT_OUT.map((why) => [why, judged.filter((one) => one === why).length])) as Record<LeftOut, number>;
      const sorted = [...parts].toSorted(([one], [other]) => one.localeCompare(other)).map(([, part]) => part);
      return { total: sorted.reduce((sum, { count }) => sum + count, 0), parts: sorted, left };
    },
    /** Puts them into a round of the scope's, each with what it is sent; what is in it already stays. Gives how many came. */
    async addTo(roundId: string): Promise<number> {
      const chosen = partsOf(await find(), filter);
      return tx.$executeRaw`
        insert into round_item (round_id, agreement_id, controller_id, concept, supplements, plan_line_id)
        select ${roundId}::uuid, x.id, ${organisationId}::uuid, x.concept, x.supplements, x.line from json_to_recordset(${JSON.stringify(chosen)}::json) as x(id uuid, concept int, supplements int[], line uuid)
        on conflict (round_id, agreement_id) do nothing`;
    },
    /** Lets those in a round of the scope's be sent what they would be picked with now, whether or not the filter still meets them. Gives how many changed. */
    async renewIn(roundId: string): Promise<number> {
      const found = await tx.$queryRaw<Found[]>`
        select a.id, a.points, a.concept, ${lines} as lines from round_item i join agreement a on a.id = i.agreement_id and a.controller_id = i.controller_id
        where i.round_id = ${roundId}::uuid and i.controller_id = ${organisationId}::uuid and i.state = 'waiting'`;
      return tx.$executeRaw`
        update round_item i set concept = x.concept, supplements = x.supplements, plan_line_id = x.line
        from json_to_recordset(${JSON.stringify(partsOf(found, filter))}::json) as x(id uuid, concept int, supplements int[], line uuid)
        where i.round_id = ${roundId}::uuid and i.controller_id = ${organisationId}::uuid and i.agreement_id = x.id and i.state = 'waiting'
          and (i.concept, i.supplements, i.plan_line_id) is distinct from (x.concept, x.supplements, x.line)`;
    },
  };
}

/** As rows of a round: those that are sent something. */
function partsOf(found: readonly Found[], filter: RoundFilter): { id: string; concept: Concept; supplements: Concept[]; line: string | null }[] {
  return found.flatMap((one) => {
    const part = judge(one, filter);
    return typeof part === "string" ? [] : [{ id: one.id, concept: part.concept, supplements: part.supplements, line: part.planLineId }];
  });
}

/** What an agreement is sent, or why nothing. */
function judge({ points, concept, lines }: Found, { dueBy }: RoundFilter): RoundPart | LeftOut {
  if (points === null) return "no-score";
  if (concept === null) return "no-concept";
  return concept === 1 ? "on-concern" : (partOf({ inForce: concept, lines, by: dueBy }) ?? "extra-only");
}

const nameOf = ({ concept, supplements }: RoundPart) => [concept, ...supplements].join("+");
