import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { now } from "#app/config/clock.server.ts";
import { environment } from "#app/config/settings.server.ts";
import { isAlive, takeLock } from "./lock.server.ts";

const GENERATED = "app/db/generated";
const buildSources = ["app", "questionnaires", "public", "prisma/schema.prisma", "package-lock.json", "vite.config.ts", "remix.config.js", "tsconfig.json"];
const clientSources = ["prisma/schema.prisma", "package-lock.json"];

/** Makes the Prisma client when it is missing or older than the schema. True when it was made. */
export function ensureDatabaseClient(): Promise<boolean> {
  return freshly("database-client", clientSources, `${GENERATED}/client.ts`, () =>
    // Prisma wants a schema engine it never runs for this, and would download one: any file that exists will do.
    run("prisma", "build/index.js", ["generate", "--schema=prisma/schema.prisma"], { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: "1", PRISMA_HIDE_UPDATE_MESSAGE: "1" }),
  );
}

/** Makes the database client and the build when missing or stale, that is, not made of today's sources. True when it was built. */
export async function ensureBuild(): Promise<boolean> {
  await ensureDatabaseClient();
  return freshly("build", buildSources, "build/server/index.js", () => run("@remix-run/dev", "dist/cli.js", ["vite:build"], { NODE_ENV: "production" }));
}

/** Runs `make` under a lock unless `product` was already made from these very `sources`. */
async function freshly(name: string, sources: string[], product: string, make: () => Promise<void>): Promise<boolean> {
  const stamp = `.cache/${name}.stamp`;
  const isFresh = (hash: string) => existsSync(product) && existsSync(stamp) && readFileSync(stamp, "utf8") === hash;
  if (isFresh(hashOf(sources))) return false;
  const release = await turn(`.cache/${name}.lock`);
  try {
    const hash = hashOf(sources);
    if (isFresh(hash)) return false;
    rmSync(stamp, { force: true });
    await make();
    writeFileSync(stamp, hash);
    return true;
  } finally {
    release();
  }
}

/** Waits for whoever builds at the moment. */
async function turn(lock: string): Promise<() => void> {
  for (;;) {
    const taken = takeLock(lock, now(), "");
    if (taken.ok) return taken.release;
    while (isAlive(taken.holder) && existsSync(lock)) await pause(200);
  }
}

function run(packageName: string, entry: string, args: string[], extra: Record<string, string>): Promise<void> {
  const file = join(packageFolder(packageName), entry);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...args], { stdio: ["ignore", "pipe", "pipe"], env: { ...environment(), NODE_ENV: "production", ...extra } });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece: Buffer) => (said += piece.toString()));
    child.once("error", reject);
    child.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`${packageName} ${args.join(" ")} failed:\n${said.slice(-6_000)}`))));
  });
}

function packageFolder(name: string): string {
  return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
}

function hashOf(sources: string[]): string {
  const hash = createHash("sha256").update(process.version);
  for (const file of sources.flatMap(filesUnder).filter((path) => !path.startsWith(GENERATED) && !/\.test\.tsx?$/.test(path)).sort()) {
    hash.update(file).update("\0").update(readFileSync(file));
  }
  return hash.digest("hex");
}

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
