import { recordMany } from "#app/audit/record-many.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { snapshotOf } from "../agreement-basis.server.ts";
import type { ComposedItem } from "./compose-items.server.ts";
import { messageTo } from "./message-to.server.ts";
import type { RoundLetter } from "./message-to.server.ts";

export type Sending = { roundId: string; letter: RoundLetter; email: string; at: Date };

/**
 * Opens and sends many supervisions at once: the same rows and the same trail as one after the other through openSupervision and
 * sendRequest (a test holds them equal). Each table takes its rows as one JSON text: that is how a round of 10.000 stays near bare SQL.
 */
export async function storeRequests(tx: Tx, scope: Scope, items: readonly ComposedItem[], { roundId, letter, email, at }: Sending): Promise<void> {
  const { organisationId: controllerId, personId, personName } = scope;
  const supervisions = items.map(({ supervisionId, concept, supplements, basis, planLineId, ownVersionId }) => ({
    id: supervisionId, processor: basis.processor.organisationId, agreement: basis.id, title: basis.title, controller_name: basis.controller.name, processor_name: basis.processor.name, concept, supplements,
    period_from: basis.periodFrom, score: basis.scoreId, choice: basis.choiceId, points: basis.points, rule_set: basis.ruleSet, version: basis.version, plan_line: planLineId, own_version: ownVersionId,
  }));
  const requests = items.map((item) => {
    const { supervisionId, basis, questionnaire, hash } = item;
    const { organisationId: processor, contactName: name, contactEmail } = basis.processor;
    return { id: supervisionId, processor, name, email: contactEmail, message: messageTo(letter, item, personName), questionnaire, hash, snapshot: snapshotOf(basis, { name: personName, email }) };
  });
  const rows = JSON.stringify(supervisions);
  const ids = items.map(({ supervisionId }) => supervisionId);
  await tx.$executeRaw`
    insert into supervision (id, controller_id, processor_id, agreement_id, title, controller_name, processor_name, concept, supplements, period_from, period_to, due_on, created_at)
    select id, ${controllerId}::uuid, processor, agreement, title, controller_name, processor_name, concept, supplements, period_from, ${copenhagenDate(at)}::date, ${letter.dueOn}::date, ${at}
    from json_to_recordset(${rows}::json) as x(id uuid, processor uuid, agreement uuid, title text, controller_name text, processor_name text, concept int, supplements int[], period_from date)`;
  await tx.$executeRaw`
    insert into supervision_case (supervision_id, controller_id, score_id, choice_id, points, rule_set, agreement_version, opened_by_id, opened_by_name, round_id, plan_line_id, own_version_id)
    select id, ${controllerId}::uuid, score, choice, points, rule_set, version, ${personId}::uuid, ${personName}, ${roundId}::uuid, plan_line, own_version
    from json_to_recordset(${rows}::json) as x(id uuid, score uuid, choice uuid, points int, rule_set text, version int, plan_line uuid, own_version uuid)`;
  await tx.$executeRaw`
    insert into request (supervision_id, controller_id, processor_id, recipient_name, recipient_email, message, language, questionnaire, questionnaire_hash, agreement_snapshot, sent_at, sent_by_name)
    select id, ${controllerId}::uuid, processor, name, email, message, ${letter.language}, questionnaire, hash, snapshot, ${at}, ${personName}
    from json_to_recordset(${JSON.stringify(requests)}::json) as x(id uuid, processor uuid, name text, email text, message text, questionnaire jsonb, hash text, snapshot jsonb)`;
  // A supervision begins as a draft, here too.
  await tx.$executeRaw`update supervision set state = 'sent', sent_at = ${at}, version = version + 1 where id = any(${ids}::uuid[]) and controller_id = ${controllerId}::uuid and state = 'draft'`;
  await tx.$executeRaw`update round_item i set state = 'sent', supervision_id = x.supervision, sent_at = ${at}, refusal = ''
    from unnest(${items.map(({ basis }) => basis.id)}::uuid[], ${ids}::uuid[]) as x(agreement, supervision) where i.round_id = ${roundId}::uuid and i.agreement_id = x.agreement`;
  await recordMany(tx, scope, items.flatMap(({ supervisionId, concept, supplements, basis, hash }) => {
    const of = { subject: { type: "supervision", id: supervisionId }, supervisionId };
    return [
      { ...of, action: "supervision.opened", detail: { concept, supplements, agreementId: basis.id, roundId } },
      { ...of, action: "request.sent", shared: true, detail: { concept, dueOn: letter.dueOn, questionnaireHash: hash, agreementVersion: basis.version } },
    ];
  }));
}
