import { runImport } from "#app/agreement/import/run-import.server.ts";
import { log } from "#app/config/log.server.ts";
import type { JobPayloads } from "#app/jobs/queue-list.ts";

/** Registers the rows of a confirmed import; cut off, the next try goes on where it stopped. */
export async function importAgreements(payload: JobPayloads["import-agreements"]): Promise<void> {
  await runImport(payload);
  log("info", "import", payload);
}
