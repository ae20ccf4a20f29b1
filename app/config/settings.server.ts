import { settingList } from "./setting-list.ts";
import type { Mode, Setting, SettingName } from "./setting-list.ts";

export type LogLevel = "error" | "warn" | "info" | "debug";
export type EvidenceSettings =
  | { kind: "fs"; directory: string }
  | {
      kind: "s3";
      endpoint?: string;
      region: string;
      bucket: string;
      accessKeyId: string;
      secretAccessKey: string;
      checksums: "WHEN_REQUIRED" | "WHEN_SUPPORTED";
      objectLock: boolean;
    };

export type Settings = {
  mode: Mode;
  port: number;
  host: string;
  /** Origin without a trailing slash. */
  publicUrl: string;
  trustProxy: number;
  dataDir: string;
  /** `ownerUrl` is null in web and worker; `runtimeUrl` is empty only in the embedded parent before its database runs. */
  database: { ownerUrl: string | null; runtimeUrl: string; poolSize: number };
  evidence: EvidenceSettings;
  /** `smtpUrl` null: mail is only kept in the outbox page. */
  mail: { smtpUrl: string | null; from: string };
  supportEmail: string;
  logLevel: LogLevel;
};

export type SettingsResult = { ok: true; settings: Settings } | { ok: false; problems: string[] };
type Environment = Record<string, string | undefined>;

/** Exit code of a process refusing to start on its settings (EX_CONFIG of sysexits.h). */
export const EXIT_CONFIG = 78;

/** Thrown by `settings()`; the message lists every problem, one a line. */
export class SettingsError extends Error {
  readonly problems: string[];
  constructor(problems: string[]) {
    super(`The settings are not complete:\n${problems.map((problem) => `  - ${problem}`).join("\n")}\nSee .env.example for the meaning of each.`);
    this.name = "SettingsError";
    this.problems = problems;
  }
}

/** Reads every setting of `env`; `needs` names settings that this process cannot do without although others can. Values are never repeated in problems. */
export function readSettings(env: Environment, mode: Mode, needs: SettingName[] = []): SettingsResult {
  const problems: string[] = [];
  const values = {} as Record<SettingName, string>;
  for (const name of Object.keys(settingList) as SettingName[]) {
    const setting: Setting = settingList[name];
    const given = env[name]?.trim() ?? "";
    values[name] = given === "" ? (setting[mode] ?? "") : given;
    if (given === "") continue;
    const parsed = setting.shape.safeParse(given);
    if (!parsed.success) problems.push(`${name} ${parsed.error.issues[0]?.message ?? "is malformed"}`);
  }
  for (const name of [...required(values, mode), ...needs]) {
    if (values[name] === "") problems.push(`${name} is missing: ${settingList[name].meaning}`);
  }
  return problems.length > 0 ? { ok: false, problems: [...new Set(problems)] } : { ok: true, settings: typed(values, mode) };
}

/** The settings of this process, read once; throws `SettingsError`. */
export function settings(): Settings {
  const kept = globalThis as { portalSettings?: Settings };
  if (kept.portalSettings === undefined) {
    const result = readSettings(process.env, process.env.PORTAL_MODE === "embedded" ? "embedded" : "production");
    if (!result.ok) throw new SettingsError(result.problems);
    kept.portalSettings = result.settings;
  }
  return kept.portalSettings;
}

/** Gives this process the settings its parent part has read and completed (the embedded stack, whose database comes later). */
export function useSettings(given: Settings): void {
  (globalThis as { portalSettings?: Settings }).portalSettings = given;
}

/** The environment this process was started with, for entries that hand it on to children. */
export function environment(): Environment {
  return process.env;
}

function required(values: Record<SettingName, string>, mode: Mode): SettingName[] {
  const names: SettingName[] = [];
  if (mode === "production") {
    names.push("PUBLIC_URL", "DATABASE_RUNTIME_URL", "EVIDENCE_STORE", "SMTP_URL", "MAIL_FROM", "SUPPORT_EMAIL");
  }
  if (values.EVIDENCE_STORE === "fs") names.push("EVIDENCE_DIR");
  if (values.EVIDENCE_STORE === "s3") names.push("S3_REGION", "S3_BUCKET", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY");
  return names;
}

function typed(values: Record<SettingName, string>, mode: Mode): Settings {
  return {
    mode,
    port: Number(values.PORT),
    host: values.HOST,
    publicUrl: values.PUBLIC_URL === "" ? `http://localhost:${values.PORT}` : new URL(values.PUBLIC_URL).origin,
    trustProxy: Number(values.TRUST_PROXY),
    dataDir: values.DATA_DIR,
    database: { ownerUrl: values.DATABASE_URL || null, runtimeUrl: values.DATABASE_RUNTIME_URL, poolSize: Number(values.DATABASE_POOL_SIZE) },
    evidence: evidence(values),
    mail: { smtpUrl: values.SMTP_URL || null, from: values.MAIL_FROM },
    supportEmail: values.SUPPORT_EMAIL,
    logLevel: values.LOG_LEVEL as LogLevel,
  };
}

function evidence(values: Record<SettingName, string>): EvidenceSettings {
  if (values.EVIDENCE_STORE !== "s3") return { kind: "fs", directory: values.EVIDENCE_DIR };
  return {
    kind: "s3",
    ...(values.S3_ENDPOINT === "" ? {} : { endpoint: values.S3_ENDPOINT }),
    region: values.S3_REGION,
    bucket: values.S3_BUCKET,
    accessKeyId: values.S3_ACCESS_KEY_ID,
    secretAccessKey: values.S3_SECRET_ACCESS_KEY,
    checksums: values.S3_CHECKSUMS === "when-supported" ? "WHEN_SUPPORTED" : "WHEN_REQUIRED",
    objectLock: values.S3_OBJECT_LOCK === "yes",
  };
}
