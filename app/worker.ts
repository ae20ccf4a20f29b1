import { hostname } from "node:os";
import { log, logError } from "#app/config/log.server.ts";
import { EXIT_CONFIG, settings, SettingsError } from "#app/config/settings.server.ts";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { startHandlers } from "#app/jobs/handlers/start.server.ts";

// The worker process: `npm run worker`, and `npm start` as a child. Does what must happen after a request, or at its hour.
try {
  settings();
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  console.error(error.message);
  process.exit(EXIT_CONFIG);
}

/** /health/ready counts a worker as silent after 60 s. */
const BEAT_MS = 10_000;
const { database } = settings();
const db = useDb(database.runtimeUrl, database.poolSize);

async function beat(): Promise<void> {
  await db.$executeRaw`insert into worker_heartbeat (name, at) values (${hostname()}, now()) on conflict (name) do update set at = excluded.at`;
}

await beat();
const handlers = await startHandlers();
const heart = setInterval(() => {
  beat().catch((error: unknown) => logError("heartbeat failed", error));
}, BEAT_MS);
log("info", "worker started");
process.send?.({ started: true });

let ending = false;
async function end(sign: string): Promise<void> {
  if (ending) return;
  ending = true;
  log("info", "worker stopping", { sign });
  await handlers.stop();
  clearInterval(heart);
  await closeDb();
  process.exit(0);
}
process.once("SIGTERM", () => void end("SIGTERM"));
process.once("SIGINT", () => void end("SIGINT"));
process.once("disconnect", () => void end("parent gone"));
