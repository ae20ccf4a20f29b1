import { isOutdated } from "#app/agreement/score-facts.ts";
import type { Tx } from "#app/db/client.server.ts";
import { sql } from "#app/db/sql.server.ts";
import type { Concept } from "#app/domain/concept/concept.ts";
import { SUPERVISION_STATES } from "#app/domain/lifecycle/supervision-state.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import { listChoices } from "#app/questionnaire/builder/list-choices.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { OPEN_STATES } from "../supervision-filter.ts";
import { ITEM_REFUSALS, refuseItem } from "./item-refusal.ts";
import type { ItemRefusal } from "./item-refusal.ts";
import { partLines } from "./part-lines.server.ts";
import { lineAsking, standOfPart } from "./planned-part.ts";
import type { PartLine } from "./planned-part.ts";
import type { RoundFilter } from "./round-filter.ts";
import { standOf } from "./round-items.ts";
import type { RoundItemView } from "./round-items.ts";
import type { RoundState } from "./rounds.server.ts";

type Row = {
  agreementId: string; title: string; processorName: string; concept: Concept; supplements: Concept[]; planLineId: string | null; points: number | null; included: boolean; state: string; refusal: string; supervisionId: string | null;
  supervisionState: string | null; dueOn: IsoDate | null; status: string; inForce: number | null; personCount: number; dataCategories: string[]; email: string; a: number | null; ticks: string[] | null;
  belowBand: boolean; awaiting: boolean; underWay: boolean;
  lines: PartLine[]; ownDa: string | null; ownEn: string | null;
};

/** Every agreement of a round as it stands now: in draft with what would speak against sending it, later with where its supervision is. One lean statement, whatever the number. */
export async function listItems(tx: Tx, { organisationId }: Pick<Scope, "organisationId">, round: { id: string; state: RoundState; filter: RoundFilter }, today: IsoDate): Promise<RoundItemView[]> {
  const draft = round.state === "draft";
  const rows = await tx.$queryRaw<Row[]>`
    select i.agreement_id as "agreementId", coalesce(s.title, a.title) as title, coalesce(s.processor_name, p.name) as "processorName", i.concept, i.supplements, i.plan_line_id as "planLineId", coalesce(k.points, a.points) as points, i.included, i.state, i.refusal,
      i.supervision_id as "supervisionId", s.state as "supervisionState", s.due_on::text as "dueOn", a.status, a.concept as "inForce", a.person_count as "personCount",
      a.data_categories as "dataCategories", p.contact_email as email, r.a, r.reasons->'ticks' as ticks, coalesce(c.below_band and c.concept = a.concept, false) as "belowBand",
      (${draft} and exists (select from concept_choice w where w.agreement_id = a.id and w.controller_id = a.controller_id and w.state = 'awaiting-approval')) as awaiting,
      (${draft} and exists (select from supervision o where o.agreement_id = a.id and o.controller_id = a.controller_id and o.state = any(${[...OPEN_STATES]}))) as "underWay",
      ${draft ? partLines : sql`'[]'::json`} as lines, q.title_da as "ownDa", q.title_en as "ownEn"
    from round_item i join agreement a on a.id = i.agreement_id and a.controller_id = i.controller_id join processor p on p.id = a.processor_id and p.controller_id = a.controller_id
      left join risk_score r on r.id = a.score_id left join concept_choice c on c.id = a.choice_id and c.state = 'in-force'
      left join supervision s on s.id = i.supervision_id and s.controller_id = i.controller_id left join supervision_case k on k.supervision_id = s.id
      left join own_questionnaire_version v on v.id = k.own_version_id left join own_questionnaire q on q.id = v.questionnaire_id
    where i.round_id = ${round.id}::uuid and i.controller_id = ${organisationId}::uuid`;
  const owns = new Map(draft ? (await listChoices(tx, { organisationId })).map(({ id, title }) => [id, title]) : []);
  return rows.map((row) => {
    const own = draft ? (owns.get(lineAsking(row, row.lines)?.ownQuestionnaireId ?? "") ?? null) : row.ownDa === null ? null : { da: row.ownDa, en: row.ownEn || row.ownDa };
    const refusal = draft ? refuseItem(factsOf(row, round.filter.dueBy)) : (ITEM_REFUSALS.find((one) => one === row.refusal) ?? null);
    const supervisionState = SUPERVISION_STATES.find((one) => one === row.supervisionState) ?? null;
    const { agreementId, title, processorName, concept, supplements, points, supervisionId } = row;
    const stand = standOf({ included: row.included, state: row.state, refusal, supervision: supervisionState && { state: supervisionState, dueOn: row.dueOn } }, draft, today);
    return { agreementId, title, processorName, concept, supplements, own, points, supervisionId, supervisionState, refusal: refusal satisfies ItemRefusal | null, stand };
  });
}

function factsOf({ status, concept, supplements, planLineId, lines, points, inForce, belowBand, awaiting, underWay, email, a, ticks, personCount, dataCategories }: Row, by: RoundFilter["dueBy"]) {
  const outdated = a !== null && isOutdated({ personCount, dataCategories }, { a, ticks });
  const planned = lines.filter(({ kind }) => kind !== "primary").map((line) => line.concept);
  const stand = standOfPart({ concept, supplements, planLineId }, { inForce: inForce as Concept | null, lines, by });
  return { ...stand, status, concept, inForce: { points, concept: inForce, belowBandApproved: belowBand, planned, outdated }, awaitingApproval: awaiting, underWay, email };
}
