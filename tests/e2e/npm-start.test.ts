import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { request } from "node:http";
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
    await expect.poll(() => pattern.test(said) || child.exitCode !== null, { timeout: 60_000, interval: 50 }).toBe(true);
    expect(said).toMatch(pattern);
    return said;
  };
  return { child, said: () => said, until, exit };
}
const start = () => run("app/stack/start.ts", ["--port", String(port)], { DATA_DIR: folder });
const ready = async () => (await fetch(`http://localhost:${port}/health/ready`)).status;

/** The child of `parent` that runs `entry`. */
function childOf(parent: number | undefined, entry: string): number {
  const children = readFileSync(`/proc/${parent}/task/${parent}/children`, "utf8").trim().split(" ");
  return Number(children.find((pid) => readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(entry)));
}

/** A form of which the second half is sent by `finish`, which gives the status of the answer. */
async function halfSent(path: string, body: string): Promise<{ finish: () => Promise<number | undefined> }> {
  const origin = `http://localhost:${port}`;
  const sent = request(`${origin}${path}`, { method: "POST", agent: false, headers: { Origin: origin, "Content-Type": "application/x-www-form-urlencoded", "Content-Length": body.length } });
  const status = new Promise<number | undefined>((resolve, reject) => sent.on("error", reject).on("response", (answer) => resolve(answer.resume().statusCode)));
  await new Promise<void>((resolve, reject) => sent.write(body.slice(0, 5), (error) => (error ? reject(error) : resolve())));
  return { finish: () => (sent.end(body.slice(5)), status) };
}

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

  process.kill(childOf(third.child.pid, "app/server.ts"), "SIGKILL");
  await third.until(/web stopped unexpectedly/);
  await expect.poll(() => ready().catch(() => 0), { timeout: 20_000 }).toBe(200);

  const underWay = await halfSent("/language", "language=en&back=/sign-in");
  third.child.kill("SIGTERM");
  await expect.poll(() => ready().catch(() => 0), { timeout: 20_000 }).toBe(0);
  expect(await underWay.finish()).toBe(302);
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
