import { log } from "#app/config/log.server.ts";
import { remindOfFindings } from "#app/supervision/finding/remind-of-findings.server.ts";

/** Hourly, and when the worker starts. */
export async function remindOfFindingsJob(): Promise<void> {
  const done = await remindOfFindings();
  if (done.written + done.reopened > 0) log("info", "findings reminded of", done);
}
