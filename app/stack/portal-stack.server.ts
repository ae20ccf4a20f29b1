import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { environment } from "#app/config/settings.server.ts";
import type { Settings } from "#app/config/settings.server.ts";
import { installQueue } from "#app/jobs/install.server.ts";
import { migrate } from "../../prisma/migrate.ts";
import { ensureBuild, ensureDatabaseClient } from "./build.server.ts";
import { keepRunning } from "./child.server.ts";
import type { Child } from "./child.server.ts";
import { openDatabase } from "./database.server.ts";
import type { StackDatabase } from "./database.server.ts";

export type StackOptions = {
  settings: Settings;
  /** Absolute folder of database, evidence and logs. */
  folder: string;
  development: boolean;
  /** Fills the migrated database before web and worker start. */
  fill?: (place: { ownerUrl: string; runtimeUrl: string; evidenceDir: string }) => Promise<void>;
  say: (line: string) => void;
  giveUp: (reason: string) => void;
};
export type Stack = { ownerUrl: string; runtimeUrl: string; stop: () => Promise<void> };

/** Brings up database, migrations, build, worker and web, in that order; `stop` ends them in the reverse. What was begun is ended should a step fail. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { settings, folder, say, giveUp } = options;
  mkdirSync(join(folder, "logs"), { recursive: true });
  let database: StackDatabase | null = null;
  const children: Child[] = [];
  const stop = async () => {
    for (const child of [...children].reverse()) await child.stop();
    await database?.stop();
  };
  try {
    const building = options.development ? ensureDatabaseClient() : ensureBuild();
    building.catch(() => undefined);
    database = await openDatabase(settings, folder, say);
    const { applied } = await migrate(database.ownerUrl);
    await installQueue(database.ownerUrl);
    if (applied.length > 0) say(`Database brought up to date: ${applied.length} migration${applied.length === 1 ? "" : "s"}.`);
    await building;

    const { ownerUrl, runtimeUrl } = database;
    const evidenceDir = settings.evidence.kind === "fs" ? resolve(settings.evidence.directory) : "";
    if (evidenceDir !== "") mkdirSync(evidenceDir, { recursive: true });
    await options.fill?.({ ownerUrl, runtimeUrl, evidenceDir });

    // Web and worker know only the role that row-level security binds.
    const env = { ...environment(), DATABASE_URL: "", DATABASE_RUNTIME_URL: runtimeUrl, EVIDENCE_DIR: evidenceDir, PORT: String(settings.port), PORTAL_MODE: "embedded", NODE_ENV: options.development ? ("development" as const) : ("production" as const) };
    const common = { env, say, giveUp };
    children.push(keepRunning({ ...common, name: "worker", args: ["app/worker.ts"], logFile: join(folder, "logs", "worker.log") }));
    children.push(keepRunning({ ...common, name: "web", args: ["app/server.ts", ...(options.development ? ["--dev"] : [])], logFile: join(folder, "logs", "web.log") }));
    await Promise.all(children.map((child) => child.ready));
    return { ownerUrl, runtimeUrl, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
