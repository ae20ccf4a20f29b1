import type { Tx } from "#app/db/client.server.ts";
import type { FrequencyFacts } from "#app/domain/frequency/suggest-factors.ts";
import { addMonths } from "#app/domain/time/iso-date.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import type { Scope } from "#app/tenancy/scope.ts";

/** What the portal knows that bears on how often an agreement is supervised; of the processor it counts all agreements, since the guide speaks of any (004:547). */
export async function findFacts(tx: Tx, { organisationId: own }: Pick<Scope, "organisationId">, agreementId: string, today: IsoDate): Promise<FrequencyFacts> {
  const [oneYear, twoYears, threeYears] = [addMonths(today, -12), addMonths(today, -24), addMonths(today, -36)];
  const [row] = await tx.$queryRaw<Omit<FrequencyFacts, "today">[]>`
    with mine as (select a.*, a.created_at + interval '1 day' as settled from agreement a where a.id = ${agreementId}::uuid and a.controller_id = ${own}::uuid),
    held as (select s.concept, c.outcome, c.decided_at from mine, supervision s join conclusion c on c.supervision_id = s.id and c.controller_id = s.controller_id
      where s.agreement_id = mine.id and s.controller_id = mine.controller_id order by c.decided_at desc)
    select
      (select count(*)::int from mine, agreement a join supervision s on s.agreement_id = a.id and s.controller_id = a.controller_id join conclusion c on c.supervision_id = s.id and c.controller_id = s.controller_id
        where a.processor_id = mine.processor_id and a.controller_id = mine.controller_id and c.outcome = 'not-in-order' and c.decided_at >= ${threeYears}::date) as "notInOrder",
      (select count(*)::int from mine, finding f where f.agreement_id = mine.id and f.controller_id = mine.controller_id and f.state = 'agreed' and f.due_on < ${today}::date) as "lateMeasures",
      (select count(*)::int from mine, breach_record b where b.controller_id = mine.controller_id and b.same_as_id is null and not b.possible_only and b.aware_at >= ${twoYears}::date
        and exists (select from breach_record o join breach_record_agreement t on t.record_id = o.id where (o.id = b.id or o.same_as_id = b.id) and t.agreement_id = mine.id and t.removed_at is null)) as breaches,
      (select count(*)::int from mine, subprocessor p where p.agreement_id = mine.id and p.controller_id = mine.controller_id
        and ((p.created_at > mine.settled and p.created_at >= ${oneYear}::date) or p.removed_at >= ${oneYear}::date)) as "subprocessorChanges",
      (select count(*)::int from mine, agreement a join concern n on n.agreement_id = a.id and n.controller_id = a.controller_id
        where a.processor_id = mine.processor_id and a.controller_id = mine.controller_id and n.kind = 'FQ-X1' and n.noticed_on >= ${threeYears}::date) as "ownerChanges",
      (select coalesce(mine.starts_on, mine.signed_on, (select min(decided_at)::date from held))::text from mine) as "knownSince",
      (select coalesce(array_agg(outcome), '{}') from (select outcome from held limit 2) two) as "lastOutcomes",
      (select count(*)::int from (select outcome, concept, row_number() over (order by decided_at desc) as place from held) ranked
        where concept = 4 and outcome <> 'not-in-order' and place <= coalesce((select min(place) - 1 from (select outcome, concept, row_number() over (order by decided_at desc) as place from held) broken
          where concept <> 4 or outcome = 'not-in-order'), 1000)) as certificates`;
  if (!row) throw new Error("The facts were not counted");
  return { today, ...row };
}
