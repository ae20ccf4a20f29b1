import { jobKeyOf } from "#app/agreement/import/job-key.ts";
import { now } from "#app/config/clock.server.ts";
import { log } from "#app/config/log.server.ts";
import { db } from "#app/db/client.server.ts";
import { enqueue } from "#app/jobs/enqueue.server.ts";
import { clearLeftovers } from "#app/storage/clear-leftovers.server.ts";
import { ownStore } from "#app/storage/own-store.server.ts";

type Found = { organisation_id: string; id: string };

/** No upload and no package is under way for so long. */
const LEFT_AFTER_MS = 24 * 3_600_000;

/**
 * Puts back in the queue whatever still waits there and has lost its job, however old: mail not sent, packages not built, rounds and imports not through. What has a job
 * waiting or running already keeps it (exclusive queues). Then clears the store of what killed uploads left.
 */
export async function sweepJob(): Promise<void> {
  const mails = await db().$queryRaw<Found[]>`select organisation_id, id from app.mail_waiting()`;
  const packages = await db().$queryRaw<Found[]>`select organisation_id, id from app.packages_waiting()`;
  const rounds = await db().$queryRaw<Found[]>`select organisation_id, id from app.rounds_waiting()`;
  const imports = await db().$queryRaw<(Found & { state: "importing" | "undoing" })[]>`select organisation_id, id, state from app.imports_waiting()`;
  let added = 0;
  for (const { organisation_id: organisationId, id } of mails) {
    if (await db().$transaction((tx) => enqueue(tx, "send-mail", { organisationId, mailId: id }, id))) added += 1;
  }
  for (const { organisation_id: organisationId, id } of packages) {
    if (await db().$transaction((tx) => enqueue(tx, "build-package", { organisationId, packageId: id }, id))) added += 1;
  }
  for (const { organisation_id: organisationId, id } of rounds) {
    if (await db().$transaction((tx) => enqueue(tx, "send-round", { organisationId, roundId: id }, id))) added += 1;
  }
  for (const { organisation_id: organisationId, id, state } of imports) {
    if (await db().$transaction((tx) => enqueue(tx, "import-agreements", { organisationId, importId: id }, jobKeyOf(id, state)))) added += 1;
  }
  if (added > 0) log("warn", "jobs put back in the queue", { added });
  const cleared = await clearLeftovers(ownStore(), new Date(now().getTime() - LEFT_AFTER_MS));
  if (cleared > 0) log("info", "leftovers cleared from the evidence store", { cleared });
}
