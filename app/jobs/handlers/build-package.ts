import { buildPackageJob } from "#app/archive/build-package-job.server.ts";
import { log } from "#app/config/log.server.ts";
import type { JobPayloads } from "#app/jobs/queue-list.ts";

/** Builds one evidence package; what fails for now throws, and the queue tries again. */
export async function buildPackage(payload: JobPayloads["build-package"]): Promise<void> {
  await buildPackageJob(payload);
  log("info", "package", payload);
}
