import { log } from "#app/config/log.server.ts";
import { sendReminders } from "#app/mail/send-reminders.server.ts";

/** Hourly, and when the worker starts. */
export async function sendRemindersJob(): Promise<void> {
  const written = await sendReminders();
  if (written > 0) log("info", "reminders", { written });
}
