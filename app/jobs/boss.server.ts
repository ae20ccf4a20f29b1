import { PgBoss } from "pg-boss";
import { logError } from "#app/config/log.server.ts";
import { QUEUE_SCHEMA } from "./queue-list.ts";

/** A dead worker's job is found silent at most this long after its last heartbeat (queue-list.ts). */
const LOOK_SECONDS = 5;

/** The queue as the worker uses it: as the runtime role, looking after retries and the clock, never changing the tables. Not started. */
export function openBoss(runtimeUrl: string): PgBoss {
  const boss = new PgBoss({
    connectionString: runtimeUrl,
    application_name: "portal-worker",
    max: 6,
    schema: QUEUE_SCHEMA,
    migrate: false,
    createSchema: false,
    superviseIntervalSeconds: LOOK_SECONDS,
    monitorIntervalSeconds: LOOK_SECONDS,
    reindex: false,
    monitorVacuum: false,
  });
  boss.on("error", (error) => logError("queue failed", error));
  return boss;
}
