import type { Tx } from "#app/db/client.server.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import { shownBy } from "#app/questionnaire/compose/shown-statement.ts";
import type { ShownStatement } from "#app/questionnaire/compose/shown-statement.ts";
import type { Answers, ScoringRule } from "#app/questionnaire/types.ts";

type Row = { agreementId: string; points: number; answers: Answers; scoring: Record<string, ScoringRule> };

/**
 * The newest valid auditor's statement of each agreement, where there is one: from a supervision under concept 5 (or supplemented by it) that is
 * concluded, so that the controller has taken a position on it (K5-7), and not as "not in order".
 */
export async function listShownStatements(tx: Tx, agreementIds: readonly string[], today: IsoDate): Promise<Map<string, ShownStatement>> {
  const rows = await tx.$queryRaw<Row[]>`
    select s.agreement_id as "agreementId", c.points, x.answers, r.questionnaire->'scoring' as scoring
    from supervision s join request r on r.supervision_id = s.id join supervision_case c on c.supervision_id = s.id join conclusion k on k.supervision_id = s.id
      join lateral (select answers from submission where supervision_id = s.id order by revision desc limit 1) x on true
    where s.agreement_id = any(${[...agreementIds]}::uuid[]) and s.state in ('concluded', 'archived') and k.outcome <> 'not-in-order'
      and (s.concept = 5 or 5 = any(s.supplements)) and s.concluded_at > ${today}::date - interval '2 years'
    order by s.concluded_at, s.id`;
  const newest = new Map<string, ShownStatement>();
  for (const { agreementId, points, answers, scoring } of rows) {
    const shown = shownBy({ scoring }, answers, { today, points });
    if (shown && shown.until >= (newest.get(agreementId)?.until ?? "")) newest.set(agreementId, shown);
  }
  return newest;
}
