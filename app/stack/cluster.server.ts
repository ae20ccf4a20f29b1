import { spawn, spawnSync } from "node:child_process";
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { environment } from "#app/config/settings.server.ts";
import { postgresBinaries } from "./binaries.server.ts";
import type { Account } from "./binaries.server.ts";

export type ClusterOptions = {
  /** Folder of the cluster; made when absent. */
  folder: string;
  account: Account;
  /** Password of the superuser `postgres`. */
  password: string;
  logFile: string;
  /** Port used last time; kept while free. */
  port?: number;
  /** Takes `port` without asking whether it is free: it is our own, a moment ago. */
  exactPort?: boolean;
  /** Extra settings, as `name=value`. */
  flags?: string[];
};

export type Cluster = { port: number; adminUrl: (database?: string) => string; exited: Promise<void>; stop: () => Promise<void> };

/** Starts PostgreSQL on `folder`, making it first when new and clearing up what a killed run left. Loopback only, in a process group of its own so that Ctrl-C reaches it last. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const binaries = postgresBinaries(options.account);
  const data = join(options.folder, "data");
  await stopLeftOver(data);
  if (!existsSync(data)) initialise(options, binaries, data);
  const port = options.exactPort && options.port ? options.port : await freePort(options.port);
  const out = openSync(options.logFile, "w", 0o600);
  const flags = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "timezone=UTC", "log_timezone=UTC", ...(options.flags ?? [])];
  const child = spawn(join(binaries, "bin/postgres"), ["-D", data, "-p", String(port), ...flags.flatMap((flag) => ["-c", flag])], {
    cwd: "/", detached: true, stdio: ["ignore", out, out], env: { NODE_ENV: "production", PATH: environment().PATH, LC_MESSAGES: "C" }, ...options.account,
  });
  closeSync(out);
  let over = false;
  const exited = new Promise<void>((resolve) => {
    child.once("error", () => resolve());
    child.once("exit", () => resolve());
  }).then(() => {
    over = true;
  });
  const adminUrl = (database = "postgres") => `postgresql://postgres:${options.password}@127.0.0.1:${port}/${database}`;
  const stop = async () => {
    if (over) return;
    child.ref();
    child.kill("SIGINT");
    await Promise.race([exited, pause(20_000, undefined, { ref: false })]);
    if (!over) child.kill("SIGQUIT");
    await exited;
  };
  await ready(adminUrl(), () => over, options.logFile).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  child.unref();
  return { port, adminUrl, exited, stop };
}

/** Stops what may still run on `folder` and removes it. */
export async function removeCluster(folder: string): Promise<void> {
  await stopLeftOver(join(folder, "data"));
  rmSync(folder, { recursive: true, force: true });
}

/** A free port on the loopback address; `wanted` when it is free. */
export function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => (wanted === 0 ? reject(error) : resolve(freePort())));
    probe.listen({ port: wanted, host: "127.0.0.1" }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : wanted));
    });
  });
}

function initialise(options: ClusterOptions, binaries: string, data: string): void {
  // Made beside its place and moved there when whole, so that a first run killed half way is simply made again.
  const partial = join(options.folder, "new");
  const passwordFile = join(options.folder, "new-password");
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, `${options.password}\n`, { mode: 0o600 });
  if (options.account !== null) for (const path of [options.folder, partial, passwordFile]) chownSync(path, options.account.uid, options.account.gid);
  try {
    const made = spawnSync(
      join(binaries, "bin/initdb"),
      [`--pgdata=${partial}`, "--auth=scram-sha-256", "--username=postgres", `--pwfile=${passwordFile}`, "--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--no-instructions"],
      { cwd: "/", encoding: "utf8", env: { NODE_ENV: "production", PATH: environment().PATH, LC_ALL: "C" }, ...options.account },
    );
    if (made.status !== 0) throw new Error(`PostgreSQL could not make its folder ${data}: ${made.stderr || made.error?.message}`);
    renameSync(partial, data);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

async function stopLeftOver(data: string): Promise<void> {
  const pid = runningPostgres(data);
  if (pid === null) return;
  process.kill(pid, "SIGINT");
  for (let waited = 0; runningPostgres(data) === pid; waited += 50) {
    if (waited > 20_000) process.kill(pid, "SIGQUIT");
    if (waited > 30_000) throw new Error(`A PostgreSQL left over from an earlier run (pid ${pid}) does not stop; stop it by hand.`);
    await pause(50);
  }
}

/** The pid of the PostgreSQL that really runs on `data`; a stale or reused number counts as none. */
function runningPostgres(data: string): number | null {
  const file = join(data, "postmaster.pid");
  if (!existsSync(file)) return null;
  const pid = Number.parseInt(readFileSync(file, "utf8"), 10);
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
    return command[0]?.endsWith("postgres") && command.includes(data) ? pid : null;
  } catch {
    if (existsSync("/proc/self")) return null;
    const listed = spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
    return listed.stdout?.includes(data) ? pid : null;
  }
}

async function ready(url: string, over: () => boolean, logFile: string): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 100) {
    if (over()) break;
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    client.on("error", () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "28P01") throw new Error("PostgreSQL refuses the password kept beside it: secrets.json and the postgres folder are not from the same run.");
      await pause(100);
    }
  }
  throw new Error(`PostgreSQL did not start. Its last words:\n${readFileSync(logFile, "utf8").slice(-2_000)}`);
}
