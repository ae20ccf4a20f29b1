import { runImport } from "#app/agreement/import/run-import.server.ts";
import { runUndo } from "#app/agreement/import/run-undo.server.ts";
import { log } from "#app/config/log.server.ts";
import type { JobPayloads } from "#app/jobs/queue-list.ts";

/** Registers the rows of a confirmed import, or takes back what one registered; cut off, the next try goes on where it stopped. */
export async function importAgreements(payload: JobPayloads["import-agreements"]): Promise<void> {
  await runImport(payload);
  await runUndo(payload);
  log("info", "import", payload);
}
