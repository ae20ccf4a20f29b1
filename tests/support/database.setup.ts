import { createHash, randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { mayReach, postgresAccount } from "#app/stack/binaries.server.ts";
import { startCluster } from "#app/stack/cluster.server.ts";
import { connected, ensureOwnCluster, OWNER_ROLE } from "#app/stack/roles.server.ts";
import { installQueue } from "#app/jobs/install.server.ts";
import { migrate } from "../../prisma/migrate.ts";
import "./database-context.ts";
import type { TestCluster } from "./database-context.ts";

type Running = { users: number; cluster: Promise<TestCluster & { stop: () => Promise<void> }> };
const shared = globalThis as { testCluster?: Running };
const PREFIX = "tilsyn-test-";

/** One PostgreSQL for the whole run, whichever projects take part, with a migrated template; TEST_DATABASE_URL (a superuser) uses that server instead. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  process.env.PORTAL_MODE = "embedded";
  const running = (shared.testCluster ??= { users: 0, cluster: start() });
  running.users += 1;
  const { stop: _stop, ...provided } = await running.cluster;
  project.provide("testCluster", provided);
  return async () => {
    running.users -= 1;
    if (running.users > 0) return;
    delete shared.testCluster;
    await (await running.cluster).stop();
  };
}

async function start(): Promise<TestCluster & { stop: () => Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL;
  const passwords = given ? { owner: "test-owner", runtime: "test-runtime" } : { owner: randomBytes(16).toString("hex"), runtime: randomBytes(16).toString("hex") };
  const server = given ? { adminUrl: given, stop: async () => undefined } : await ownServer();
  try {
    return { adminUrl: server.adminUrl, passwords, template: await template(server.adminUrl, passwords), stop: server.stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function ownServer(): Promise<{ adminUrl: string; stop: () => Promise<void> }> {
  const account = postgresAccount();
  const parent = mayReach(tmpdir(), account) ? tmpdir() : "/tmp";
  forgetDeadRuns(parent);
  const folder = mkdtempSync(join(parent, `${PREFIX}${process.pid}-`));
  const flags = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=300", "shared_buffers=128MB", "autovacuum=off", "max_wal_size=4GB"];
  const reachable = join(folder, "cluster");
  mkdirSync(reachable, { mode: 0o755 });
  chmodSync(folder, 0o755);
  const cluster = await startCluster({ folder: reachable, account, password: randomBytes(16).toString("hex"), logFile: join(folder, "postgres.log"), flags });
  return {
    adminUrl: cluster.adminUrl(),
    stop: async () => {
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The template is named after what makes it (migrations and queue), so that a change never meets an old one. */
async function template(adminUrl: string, passwords: { owner: string; runtime: string }): Promise<string> {
  const name = `portal_template_${migrationsHash()}`;
  await connected(adminUrl, async (client) => {
    await client.query("select pg_advisory_lock(721)");
    const { rows } = await client.query<{ ready: boolean }>("select datistemplate as ready from pg_database where datname = $1", [name]);
    if (rows[0]?.ready) return ensureOwnCluster(adminUrl, passwords, name);
    if (rows[0]) await client.query(`drop database ${name} with (force)`);
    await ensureOwnCluster(adminUrl, passwords, name);
    const ownerUrl = databaseUrl(adminUrl, name, OWNER_ROLE, passwords.owner);
    await migrate(ownerUrl);
    await installQueue(ownerUrl);
    await client.query(`alter database ${name} with is_template true allow_connections false`);
  });
  return name;
}

function migrationsHash(): string {
  const hash = createHash("sha256");
  const filesOf = (folder: string) => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((found) => found.isFile()).map((found) => join(found.parentPath, found.name)).sort();
  for (const file of [...filesOf("prisma/migrations"), ...filesOf("app/jobs")]) hash.update(file).update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
}

function databaseUrl(adminUrl: string, database: string, user: string, password: string): string {
  const url = new URL(adminUrl);
  Object.assign(url, { pathname: `/${database}`, username: user, password });
  return url.href;
}

/** A run that was killed leaves its folder: removed here once its process is gone. */
function forgetDeadRuns(parent: string): void {
  for (const name of readdirSync(parent).filter((found) => found.startsWith(PREFIX))) {
    const pid = Number.parseInt(name.slice(PREFIX.length), 10);
    try {
      process.kill(pid, 0);
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "EPERM") continue;
      try {
        process.kill(Number.parseInt(readFileSync(join(parent, name, "cluster/data/postmaster.pid"), "utf8"), 10), "SIGQUIT");
      } catch {
        // It stopped with its run.
      }
      rmSync(join(parent, name), { recursive: true, force: true });
    }
  }
}
