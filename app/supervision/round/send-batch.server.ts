import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { callInRecipients } from "./call-in-recipients.server.ts";
import { composeItems } from "./compose-items.server.ts";
import type { Item } from "./compose-items.server.ts";
import { rounds } from "./rounds.server.ts";
import { storeRequests } from "./store-requests.server.ts";

/** Requests of one transaction: few enough that a cancelled round stops within a second, many enough that the database is not waited for. */
const BATCH = 100;

/** Sends the next requests of a round, all or none, and says whether there may be more. `email` is the sender's own. The round's row is held, so that of two workers each sends others. */
export async function sendBatch(tx: Tx, scope: Scope, { roundId, email, at }: { roundId: string; email: string; at: Date }): Promise<"more" | "done"> {
  await tx.$queryRaw`select 1 from round where id = ${roundId}::uuid and controller_id = ${scope.organisationId}::uuid for update`;
  const round = await rounds(tx, scope).find(roundId);
  if (round?.state !== "sending" || round.dueOn === null || round.startedAt === null) return "done";
  // A processor's agreements go together: it is invited once.
  const items = await tx.$queryRaw<Item[]>`
    select i.agreement_id as "agreementId", i.concept, i.supplements, i.plan_line_id as "planLineId" from round_item i join agreement a on a.id = i.agreement_id and a.controller_id = i.controller_id
    where i.round_id = ${roundId}::uuid and i.controller_id = ${scope.organisationId}::uuid and i.state = 'waiting' and i.included order by a.processor_id, a.id limit ${BATCH}`;
  if (items.length === 0) {
    await rounds(tx, scope).move(roundId, ["sending"], "sent", { finishedAt: at });
    const { sent, refused } = await rounds(tx, scope).counts(roundId);
    await record(tx, scope, { action: "round.finished", subject: { type: "round", id: roundId }, detail: { sent, refused } });
    return "done";
  }
  // Whoever opens a supervision of one of them by hand waits, or has been before.
  await tx.$queryRaw`select 1 from agreement where id = any(${items.map(({ agreementId }) => agreementId)}::uuid[]) order by id for update`;
  const { composed, refused } = await composeItems(tx, scope, items, { by: round.filter.dueBy, today: copenhagenDate(at) });
  const letter = { message: round.message, language: round.language, dueOn: round.dueOn };
  if (composed.length > 0) {
    await storeRequests(tx, scope, composed, { roundId, letter, email, at });
    await callInRecipients(tx, scope, composed, { ...letter, since: round.startedAt, at });
  }
  if (refused.length > 0) {
    await tx.$executeRaw`update round_item i set state = 'refused', refusal = x.why
      from unnest(${refused.map(({ agreementId }) => agreementId)}::uuid[], ${refused.map(({ refusal }) => refusal)}::text[]) as x(agreement, why) where i.round_id = ${roundId}::uuid and i.agreement_id = x.agreement`;
  }
  return "more";
}
