import { now } from "#app/config/clock.server.ts";
import { noteLateNotices } from "#app/supervision/breach/note-late-notices.server.ts";

/** Every quarter of an hour, for limits are hours, and when the worker starts. */
export async function noteLateNoticesJob(): Promise<void> {
  await noteLateNotices(now());
}
