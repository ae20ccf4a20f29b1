import { dayOrNull } from "#app/agreement/calendar-day.ts";
import { record } from "#app/audit/record.server.ts";
import { forbidden } from "#app/auth/refusals.ts";
import type { Tx } from "#app/db/client.server.ts";
import { awaits } from "#app/domain/lifecycle/supervision-state.ts";
import { queueMail } from "#app/mail/queue-mail.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { findAnswering } from "../answering.server.ts";
import { readFrozen } from "../frozen-questionnaires.server.ts";
import { mayAnswer } from "../may.ts";
import { listColleagues } from "./list-colleagues.server.ts";
import { openPages } from "./open-pages.server.ts";

/** `page` is the name of a page of the frozen questionnaire; `at` tells this handing over from an earlier one to the same person. */
export type DelegateInput = { supervisionId: string; page: string; personId: string; note: string; at: Date };
export type DelegateResult = { ok: true; personName: string } | { ok: false; reason: "not-found" | "closed" | "unknown-page" | "unknown-person" };

/**
 * Gives a page of a request to somebody of the organisation who may answer, instead of whoever had it (product.md §5: a respondent may
 * delegate). Only the processor sees it. The colleague is told by mail; giving what is given already changes nothing.
 */
export async function delegatePage(tx: Tx, scope: Scope, { supervisionId, page, personId, note, at }: DelegateInput): Promise<DelegateResult> {
  if (!mayAnswer(scope)) throw forbidden();
  const answering = await findAnswering(tx, scope, supervisionId);
  if (!answering) return { ok: false, reason: "not-found" };
  if (awaits(answering.state) !== "processor") return { ok: false, reason: "closed" };
  const given = openPages(await readFrozen(tx, supervisionId, answering.hash), answering).find(({ name }) => name === page);
  if (!given) return { ok: false, reason: "unknown-page" };
  const colleague = (await listColleagues(tx, scope)).find((one) => one.personId === personId);
  if (!colleague) return { ok: false, reason: "unknown-person" };
  const [changed] = await tx.$queryRaw<{ id: string }[]>`
    insert into delegation as d (supervision_id, controller_id, processor_id, page, person_id, person_name, note, delegated_by_id, delegated_by_name, delegated_at)
    values (${supervisionId}::uuid, ${answering.controllerId}::uuid, ${scope.organisationId}::uuid, ${page}, ${personId}::uuid, ${colleague.name}, ${note.trim()},
      ${scope.personId}::uuid, ${scope.personName}, ${at})
    on conflict (supervision_id, page) do update set person_id = excluded.person_id, person_name = excluded.person_name, note = excluded.note,
      delegated_by_id = excluded.delegated_by_id, delegated_by_name = excluded.delegated_by_name, delegated_at = excluded.delegated_at, ended_at = null
    where d.ended_at is not null or d.person_id <> excluded.person_id or d.note <> excluded.note
    returning d.id`;
  if (!changed) return { ok: true, personName: colleague.name };
  await record(tx, scope, { action: "page.delegated", subject: { type: "page", id: changed.id }, supervisionId, detail: { page, person: colleague.name } });
  if (personId !== scope.personId) {
    const { title, controllerName: controller, processorName: processor, dueOn } = await tx.supervision.findUniqueOrThrow({
      where: { id: supervisionId }, select: { title: true, controllerName: true, processorName: true, dueOn: true },
    });
    await queueMail(tx, scope, {
      kind: "page-delegated", dedupeKey: `page-delegated:${changed.id}:${at.toISOString()}`, to: colleague, language: colleague.language, supervisionId,
      values: { controller, processor, title, page: given.title[colleague.language], by: scope.personName, due: dayOrNull(dueOn) ?? undefined },
    });
  }
  return { ok: true, personName: colleague.name };
}
