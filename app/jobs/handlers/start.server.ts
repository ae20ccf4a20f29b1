import type { PgBoss, WorkOptions } from "pg-boss";
import { log, logError } from "#app/config/log.server.ts";
import { settings } from "#app/config/settings.server.ts";
import { openBoss } from "#app/jobs/boss.server.ts";
import type { JobPayloads, QueueName } from "#app/jobs/queue-list.ts";
import { MailRefused } from "#app/mail/smtp.server.ts";
import { breachNotifiedJob } from "./breach-notified.ts";
import { buildPackage } from "./build-package.ts";
import { importAgreements } from "./import-agreements.ts";
import { limitsChangedJob } from "./limits-changed.ts";
import { noteExpiriesJob } from "./note-expiries.ts";
import { noteLateNoticesJob } from "./note-late-notices.ts";
import { escalateJob } from "./escalate.ts";
import { notifyControllerJob } from "./notify-controller.ts";
import { sendMailJob } from "./send-mail.ts";
import { sendRemindersJob } from "./send-reminders.ts";
import { sendRoundJob } from "./send-round.ts";
import { remindOfFindingsJob } from "./remind-of-findings.ts";
import { sweepJob } from "./sweep.ts";

/** The longest a stop waits for the jobs under way; what is not done by then is tried again by the next worker. */
const STOP_PATIENCE_MS = 25_000;

/** Starts working the queues on this process's open client; `stop` finishes the jobs under way and takes no new ones. */
export async function startHandlers(): Promise<{ stop: () => Promise<void> }> {
  const boss = openBoss(settings().database.runtimeUrl);
  await boss.start();
  await work(boss, "send-mail", sendMailJob, { pollingIntervalSeconds: 1, localConcurrency: 4 });
  await work(boss, "build-package", buildPackage, { pollingIntervalSeconds: 1 });
  await work(boss, "notify-controller", notifyControllerJob, { pollingIntervalSeconds: 1 });
  await work(boss, "send-round", sendRoundJob, { pollingIntervalSeconds: 1 });
  await work(boss, "breach-notified", breachNotifiedJob, { pollingIntervalSeconds: 1 });
  await work(boss, "import-agreements", importAgreements, { pollingIntervalSeconds: 1 });
  await work(boss, "send-reminders", sendRemindersJob, { pollingIntervalSeconds: 5 });
  await work(boss, "remind-of-findings", remindOfFindingsJob, { pollingIntervalSeconds: 5 });
  await work(boss, "escalate", escalateJob, { pollingIntervalSeconds: 5 });
  await work(boss, "limits-changed", limitsChangedJob, { pollingIntervalSeconds: 1 });
  await work(boss, "note-late-notices", noteLateNoticesJob, { pollingIntervalSeconds: 5 });
  await work(boss, "note-expiries", noteExpiriesJob, { pollingIntervalSeconds: 5 });
  await work(boss, "sweep", sweepJob, { pollingIntervalSeconds: 5 });
  // What was missed while no worker ran.
  await boss.send("send-reminders", {}, { singletonKey: "at start" });
  await boss.send("remind-of-findings", {}, { singletonKey: "at start" });
  await boss.send("note-late-notices", {}, { singletonKey: "at start" });
  await boss.send("note-expiries", {}, { singletonKey: "at start" });
  await boss.send("escalate", {}, { singletonKey: "at start" });
  await boss.send("sweep", {}, { singletonKey: "at start" });
  return { stop: () => boss.stop({ graceful: true, timeout: STOP_PATIENCE_MS }) };
}

async function work<Name extends QueueName>(boss: PgBoss, name: Name, handle: (payload: JobPayloads[Name]) => Promise<void>, options: WorkOptions): Promise<void> {
  await boss.work<JobPayloads[Name]>(name, options, async ([job]) => {
    if (!job) return;
    try {
      await handle(job.data);
    } catch (error) {
      const facts = { queue: name, job: job.id };
      // What a mail server says names people: it stands in the outbox, where its organisation sees it.
      if (error instanceof MailRefused) log("warn", "mail not taken, to be tried again", facts);
      else logError("job failed, to be tried again", error, facts);
      // The queue keeps what is thrown.
      throw new Error("failed: see the log and the row itself");
    }
  });
}
