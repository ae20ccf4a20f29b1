import { z } from "zod";

export type Mode = "embedded" | "production";

/** One environment variable: what it means, what it must look like, and what holds when it is left out. */
export type Setting = {
  meaning: string;
  shape: z.ZodType<string>;
  /** Value when left out, by mode; absent means: must be given (production) or simply empty (embedded). */
  embedded?: string;
  production?: string;
};

const text = z.string();
const wholeNumber = (min: number, max: number) =>
  z.string().refine((value) => /^\d{1,9}$/.test(value) && Number(value) >= min && Number(value) <= max, `must be a whole number from ${min} to ${max}`);
const oneOf = (...allowed: string[]) => z.string().refine((value) => allowed.includes(value), `must be one of: ${allowed.join(", ")}`);
const addressOf = (...schemes: string[]) =>
  z.string().refine((value) => URL.canParse(value) && schemes.includes(new URL(value).protocol.slice(0, -1)), `must be an address beginning with ${schemes.map((scheme) => `${scheme}://`).join(" or ")}`);
const originOnly = addressOf("https", "http")
  .refine((value) => !URL.canParse(value) || new URL(value).origin === value.replace(/\/$/, ""), "must be an origin only, without path, query or sign-in")
  .refine((value) => !URL.canParse(value) || new URL(value).protocol === "https:" || isLocal(new URL(value).hostname), "must begin with https:// unless it is this machine");
const mailbox = z.string().refine((value) => /^[^\s<>@]+@[^\s<>@]+$|^[^<>\r\n]+<[^\s<>@]+@[^\s<>@]+>$/.test(value), "must be a mail address, with or without a name: Name <name@example.org>");

/** True for names that never leave this machine. */
export function isLocal(hostname: string): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(hostname) || hostname.endsWith(".localhost");
}

/** Every setting the portal reads, in the order of `.env.example`; a test holds the two equal. */
export const settingList = {
  PORTAL_MODE: {
    meaning: "production, or embedded (npm start sets this itself: local database, evidence folder, mail kept in the outbox page)",
    shape: oneOf("embedded", "production"), embedded: "embedded", production: "production",
  },
  PORT: { meaning: "port the web process listens on", shape: wholeNumber(1, 65535), embedded: "3000", production: "3000" },
  HOST: { meaning: "address the web process listens on", shape: text.min(1), embedded: "127.0.0.1", production: "0.0.0.0" },
  PUBLIC_URL: { meaning: "origin people type, used in mail links and to refuse forms from elsewhere; embedded: http://localhost:PORT", shape: originOnly },
  TRUST_PROXY: { meaning: "number of reverse proxies in front whose X-Forwarded-* headers count; 0 ignores them", shape: wholeNumber(0, 9), embedded: "0", production: "0" },
  DATA_DIR: { meaning: "npm start only: folder for database, evidence and lock", shape: text.min(1), embedded: ".data", production: ".data" },
  DATABASE_URL: {
    meaning: "PostgreSQL 15 or newer as the owner (BYPASSRLS): used by npm run migrate and npm start, never by web and worker; left out, npm start runs its own PostgreSQL",
    shape: addressOf("postgres", "postgresql"), production: "",
  },
  DATABASE_RUNTIME_URL: { meaning: "the same database as portal_runtime, the role row-level security binds: used by web and worker", shape: addressOf("postgres", "postgresql") },
  DATABASE_POOL_SIZE: { meaning: "connections each process may hold", shape: wholeNumber(1, 200), embedded: "10", production: "10" },
  EVIDENCE_STORE: { meaning: "where evidence files are kept: fs (a folder) or s3", shape: oneOf("fs", "s3"), embedded: "fs" },
  EVIDENCE_DIR: { meaning: "folder for EVIDENCE_STORE=fs", shape: text.min(1), embedded: ".data/evidence" },
  S3_ENDPOINT: { meaning: "EVIDENCE_STORE=s3: address of the store; left out for AWS", shape: addressOf("https", "http"), embedded: "", production: "" },
  S3_REGION: { meaning: "EVIDENCE_STORE=s3: region", shape: text.min(1) },
  S3_BUCKET: { meaning: "EVIDENCE_STORE=s3: bucket", shape: text.min(3) },
  S3_ACCESS_KEY_ID: { meaning: "EVIDENCE_STORE=s3: key id", shape: text.min(1) },
  S3_SECRET_ACCESS_KEY: { meaning: "EVIDENCE_STORE=s3: secret", shape: text.min(1) },
  S3_CHECKSUMS: { meaning: "EVIDENCE_STORE=s3: when-required for stores other than AWS, when-supported for AWS", shape: oneOf("when-required", "when-supported"), embedded: "when-required", production: "when-required" },
  S3_OBJECT_LOCK: { meaning: "EVIDENCE_STORE=s3: yes when the bucket has Object Lock; sealed evidence is then locked until its retention ends", shape: oneOf("yes", "no"), embedded: "no", production: "no" },
  SMTP_URL: { meaning: "mail server, smtp://user:password@host:587 or smtps://…; embedded: empty keeps mail in the outbox page only", shape: addressOf("smtp", "smtps"), embedded: "" },
  MAIL_FROM: { meaning: "sender of all mail", shape: mailbox, embedded: "Tilsynsportalen <tilsynsportalen@localhost>" },
  SUPPORT_EMAIL: { meaning: "shown where people are told whom to write to", shape: mailbox, embedded: "support@localhost" },
  LOG_LEVEL: { meaning: "least important line written: error, warn, info or debug", shape: oneOf("error", "warn", "info", "debug"), embedded: "info", production: "info" },
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof settingList;
