/** What a job carries: the organisation it works for and ids of rows there, nothing else. Everything else is read in that organisation's own context. */
export interface JobPayloads {
  "send-mail": { organisationId: string; mailId: string };
  "build-package": { organisationId: string; packageId: string };
  "send-round": { organisationId: string; roundId: string };
  "breach-notified": { organisationId: string; noticeId: string };
  "limits-changed": { organisationId: string; agreementId: string };
  "notify-controller": { organisationId: string; supervisionId: string; kind: "submission-received" | "clarification-answered" | "measure-reported"; sourceId: string; findingId?: string };
  "import-agreements": { organisationId: string; importId: string };
  "send-reminders": Record<string, never>;
  "escalate": Record<string, never>;
  "remind-of-findings": Record<string, never>;
  "note-late-notices": Record<string, never>;
  "note-expiries": Record<string, never>;
  "sweep": Record<string, never>;
}
export type QueueName = keyof JobPayloads;

/** How a queue treats its jobs; seconds throughout. */
export type QueueRule = {
  /** standard; exclusive: at most one waiting or running for each key. */
  policy: "standard" | "exclusive";
  retryLimit: number;
  retryDelay: number;
  retryDelayMax: number;
  expireInSeconds: number;
  /** A worker that dies falls silent: its job is taken up again this long after its last sign of life. */
  heartbeatSeconds: number;
  /** Most seconds it waits, from when it was first put in: a month unless said otherwise. */
  keepWaitingSeconds?: number;
  /** When it recurs by the clock of Copenhagen (cron). */
  cron?: string;
};

const DAY = 86_400;
const often: Omit<QueueRule, "policy"> = { retryLimit: 12, retryDelay: 2, retryDelayMax: 3_600, expireInSeconds: 120, heartbeatSeconds: 10 };

/** What nothing but its job tells to be done: it is tried every hour until it is, for as long as the portal stands. */
const neverGivenUp = { retryLimit: 1_000_000, keepWaitingSeconds: 20 * 365 * DAY };

/** Every queue. Retries back off (doubling, with jitter); what is still undone after the last one is found by the sweep, however old, or is never given up. */
export const queues: Record<QueueName, QueueRule> = {
  "send-mail": { ...often, policy: "exclusive" },
  "build-package": { ...often, policy: "exclusive", expireInSeconds: 1_800 },
  "notify-controller": { ...often, ...neverGivenUp, policy: "standard" },
  "send-round": { ...often, policy: "exclusive", expireInSeconds: 3_600 },
  "breach-notified": { ...often, ...neverGivenUp, policy: "standard" },
  "limits-changed": { ...often, ...neverGivenUp, policy: "standard" },
  "import-agreements": { ...often, policy: "exclusive", expireInSeconds: 1_800 },
  "send-reminders": { ...often, policy: "exclusive", expireInSeconds: 600, cron: "7 * * * *" },
  "escalate": { ...often, policy: "exclusive", expireInSeconds: 600, cron: "22 * * * *" },
  "remind-of-findings": { ...often, policy: "exclusive", expireInSeconds: 600, cron: "17 * * * *" },
  "note-late-notices": { ...often, policy: "exclusive", expireInSeconds: 600, cron: "*/15 * * * *" },
  "note-expiries": { ...often, policy: "exclusive", expireInSeconds: 600, cron: "23 5 * * *" },
  "sweep": { ...often, policy: "exclusive", cron: "*/5 * * * *" },
};

/** Finished jobs are kept a day, for looking into what happened; waiting ones for a month. */
export const KEEP_DONE_SECONDS = DAY;
export const KEEP_WAITING_SECONDS = 30 * DAY;
/** Schema of the queue's own tables. */
export const QUEUE_SCHEMA = "pgboss";
