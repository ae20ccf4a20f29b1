import { log } from "#app/config/log.server.ts";
import { takeSteps } from "#app/supervision/escalation/take-steps.server.ts";

/** Hourly, after the reminders, and when the worker starts. */
export async function escalateJob(): Promise<void> {
  const taken = await takeSteps();
  if (taken > 0) log("info", "escalations", { taken });
}
