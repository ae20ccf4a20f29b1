import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ensureBuild } from "#app/stack/build.server.ts";
import { freePort } from "#app/stack/cluster.server.ts";
import { forgetDatabase } from "#app/stack/database.server.ts";

type Running = { child: ChildProcess; said: () => string; until: (pattern: RegExp) => Promise<string>; exit: Promise<number | null> };

const folder = mkdtempSync(join(tmpdir(), "tilsyn-start-"));
let port = 0;

/** The command behind `npm start`, with only what a fresh machine has in its environment. */
function run(entry: string, args: string[] = [], env: Record<string, string> = {}): Running {
  const child = spawn(process.execPath, [entry, ...args], { env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: "production", ...env }, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece: Buffer) => (said += piece.toString()));
  const exit = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  const until = async (pattern: RegExp) => {
    await expect.poll(() => said, { timeout: 60_000, interval: 50 }).toMatch(pattern);
    return said;
  };
  return { child, said: () => said, until, exit };
}
const start = () => run("app/stack/start.ts", ["--port", String(port)], { DATA_DIR: folder });
const ready = async () => (await fetch(`http://localhost:${port}/health/ready`)).status;

beforeAll(async () => {
  await ensureBuild();
  port = await freePort();
});
afterAll(async () => {
  await forgetDatabase(folder);
  rmSync(folder, { recursive: true, force: true });
});

test("it starts, says where it is and who holds it, recovers from kill -9 and stops cleanly", async () => {
  const first = start();
  const said = await first.until(/Stop with Ctrl-C/);
  expect(said).toContain(`Tilsynsportalen runs at http://localhost:${port}`);
  const link = /http:\S+\/first-run\/\S+/.exec(said)?.[0] ?? "";
  expect((await fetch(link)).status).toBe(200);
  expect(await ready()).toBe(200);

  const second = start();
  expect(await second.exit).toBe(1);
  expect(second.said()).toMatch(new RegExp(`process ${first.child.pid}, since 20\\S+Z, at http://localhost:${port}`));

  first.child.kill("SIGKILL");
  await first.exit;
  const third = start();
  const again = await third.until(/Stop with Ctrl-C/);
  expect(await ready()).toBe(200);
  expect((await fetch(link)).url).not.toBe(/http:\S+\/first-run\/\S+/.exec(again)?.[0]);

  third.child.kill("SIGTERM");
  expect(await third.exit).toBe(0);
  expect(existsSync(join(folder, "lock"))).toBe(false);
  expect(existsSync(join(folder, "postgres/data/postmaster.pid"))).toBe(false);
  expect(await ready().catch(() => 0)).toBe(0);
});

test("a taken port is named", async () => {
  const holder = (await import("node:net")).createServer().listen(port, "127.0.0.1");
  const refused = start();
  expect(await refused.exit).toBe(1);
  expect(refused.said()).toContain(`Port ${port} is taken`);
  await new Promise((resolve) => holder.close(resolve));
});

test.each(["app/server.ts", "app/worker.ts", "app/stack/migrate.ts"])("in production %s refuses an empty environment with one list", async (entry) => {
  const refused = run(entry);
  expect(await refused.exit).toBe(78);
  const missing = entry.endsWith("migrate.ts") ? ["DATABASE_URL"] : ["PUBLIC_URL", "DATABASE_RUNTIME_URL", "EVIDENCE_STORE", "SMTP_URL", "MAIL_FROM", "SUPPORT_EMAIL"];
  expect([...refused.said().matchAll(/^ {2}- (\w+) is missing/gm)].map((found) => found[1])).toEqual(missing);
});
