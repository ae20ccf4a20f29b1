import type { Tx } from "#app/db/client.server.ts";
import type { SupervisionState } from "#app/domain/lifecycle/supervision-state.ts";
import type { Scope } from "#app/tenancy/scope.ts";

/** One stored draft answer. */
export type StoredAnswer = { value: unknown; comment: string; version: number; at: string; byName: string };
/** What saving one answer needs to know of its request, in one statement. */
export type Answering = {
  id: string;
  controllerId: string;
  state: SupervisionState;
  hash: string;
  /** Questions of the latest return; null while nothing is returned. */
  returned: string[] | null;
  answers: Record<string, StoredAnswer>;
  /** Files per place for evidence. */
  evidence: Record<string, number>;
};
/** A write that was made: the answer's new version and when. */
export type Written = { version: number; at: Date };

type Row = Omit<Answering, "answers" | "evidence"> & { answers: Answering["answers"] | null; evidence: Answering["evidence"] | null };

/** The request of the processor in context with all its draft answers; null when there is none. */
export async function findAnswering(tx: Tx, scope: Pick<Scope, "organisationId">, supervisionId: string): Promise<Answering | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    select s.id, s.controller_id as "controllerId", s.state, r.questionnaire_hash as hash,
      case when s.state = 'returned' then (select array_agg(q.question) from returned_question q where q.supervision_id = s.id
        and q.returned_at = (select max(l.returned_at) from returned_question l where l.supervision_id = s.id)) end as returned,
      (select jsonb_object_agg(a.question, jsonb_build_object('value', a.value, 'comment', a.comment, 'version', a.version, 'at', a.updated_at, 'byName', a.updated_by_name))
        from answer a where a.supervision_id = s.id) as answers,
      (select jsonb_object_agg(e.question, e.files) from (select question, count(*) as files from evidence
        where supervision_id = s.id and removed_at is null group by question) e) as evidence
    from supervision s join request r on r.supervision_id = s.id
    where s.id = ${supervisionId}::uuid and s.processor_id = ${scope.organisationId}::uuid and s.sent_at is not null`;
  return row ? { ...row, answers: row.answers ?? {}, evidence: row.evidence ?? {} } : null;
}

/** Begins the response, which moves the supervision to answering (a trigger); nothing when it has begun. Returns whether it was this one. */
export async function beginResponse(tx: Tx, scope: Scope, { id, controllerId }: Answering, progress: { answered: number; total: number }): Promise<boolean> {
  const begun = await tx.$executeRaw`
    insert into response (supervision_id, controller_id, processor_id, answered, total)
    values (${id}::uuid, ${controllerId}::uuid, ${scope.organisationId}::uuid, ${progress.answered}, ${progress.total}) on conflict (supervision_id) do nothing`;
  return begun > 0;
}

/**
 * Writes one answer if it still has the version its writer saw (0: not yet answered), moves the response's progress along and appends the
 * audit entry, all in one statement. Null: somebody else was first.
 */
export async function writeVersion(
  tx: Tx, scope: Scope, { id, controllerId }: Answering, question: string,
  { value, comment, version }: { value: unknown; comment: string; version: number }, more: { answered: number; total: number },
): Promise<Written | null> {
  const json = value === null || value === undefined ? null : JSON.stringify(value);
  const detail = JSON.stringify({ question, version: version + 1 });
  const [written] = await tx.$queryRaw<Written[]>`
    with saved as (
      insert into answer as a (supervision_id, question, controller_id, processor_id, value, comment, updated_by_id, updated_by_name)
      select ${id}::uuid, ${question}, ${controllerId}::uuid, ${scope.organisationId}::uuid, ${json}::jsonb, ${comment}, ${scope.personId}::uuid, ${scope.personName}
      where ${version}::int = 0 or exists (select from answer x where x.supervision_id = ${id}::uuid and x.question = ${question})
      on conflict (supervision_id, question) do update set value = excluded.value, comment = excluded.comment, version = a.version + 1,
        updated_by_id = excluded.updated_by_id, updated_by_name = excluded.updated_by_name, updated_at = now()
      where a.version = ${version}::int
      returning a.version, a.updated_at),
    moved as (
      update response set answered = greatest(0, answered + ${more.answered}::int), total = greatest(0, total + ${more.total}::int)
      where supervision_id = ${id}::uuid and (${more.answered}::int <> 0 or ${more.total}::int <> 0) and exists (select from saved)
      returning 1)
    select saved.version, saved.updated_at as at,
      app.record_audit(${scope.personName}, 'answer.saved', 'answer', ${question}, ${id}::uuid, false, ${detail}::jsonb)::text as audited
    from saved`;
  return written ? { version: written.version, at: written.at } : null;
}
