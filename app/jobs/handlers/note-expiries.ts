import { now } from "#app/config/clock.server.ts";
import { log } from "#app/config/log.server.ts";
import { noteExpiredCertificates } from "#app/supervision/note-expired-certificates.server.ts";

/** Daily, and when the worker starts. */
export async function noteExpiriesJob(): Promise<void> {
  const noted = await noteExpiredCertificates(now());
  if (noted > 0) log("info", "expired certificates noted", { noted });
}
