import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { now } from "#app/config/clock.server.ts";
import { environment, EXIT_CONFIG, readSettings, SettingsError, useSettings } from "#app/config/settings.server.ts";
import { freePort } from "./cluster.server.ts";
import { forgetDatabase } from "./database.server.ts";
import { firstRunPath } from "./first-run.server.ts";
import { takeLock } from "./lock.server.ts";
import { signInTable } from "./sign-in-table.ts";
import type { SignIn } from "./sign-in-table.ts";
import { startStack } from "./portal-stack.server.ts";
import type { Stack } from "./portal-stack.server.ts";

// `npm start [-- --demo] [--port N]`: everything on one machine, kept in .data/. `npm run dev` adds --dev.
const say = (line: string) => console.log(line);
const refuse = (reason: string, code = 1): never => {
  console.error(reason);
  process.exit(code);
};

const { values: options } = parseArgs({ options: { demo: { type: "boolean", default: false }, dev: { type: "boolean", default: false }, port: { type: "string" } } });
const result = readSettings({ ...environment(), ...(options.port ? { PORT: options.port } : {}) }, "embedded");
const settings = result.ok ? result.settings : refuse(new SettingsError(result.problems).message, EXIT_CONFIG);
if (options.demo && settings.database.ownerUrl !== null) refuse("--demo makes its own database: leave DATABASE_URL out.");

const folder = resolve(settings.dataDir, ...(options.demo ? ["demo"] : []));
mkdirSync(folder, { recursive: true });
const address = settings.publicUrl;
const lock = takeLock(join(folder, "lock"), now(), address);
if (!lock.ok) refuse(`The portal already runs on ${folder}: process ${lock.holder.pid}, since ${lock.holder.since}, at ${lock.holder.address}.\nStop it there, or set DATA_DIR and PORT for a second one.`);
const release = () => lock.ok && lock.release();

let stack: Stack | null = null;
let ending = false;
async function end(code: number, reason?: string): Promise<void> {
  if (ending) return;
  ending = true;
  if (reason) console.error(reason);
  const begun = stack ?? (await starting.catch(() => null));
  await begun?.stop();
  release();
  process.exit(code);
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    if (!ending) say("Stopping …");
    void end(0);
  });
}

// npm that was killed outright cannot pass the signal on: its end is ours.
const parent = process.ppid;
if (environment().npm_lifecycle_event !== undefined) setInterval(() => process.ppid !== parent && void end(1, "npm is gone. Stopping …"), 250).unref();

// After kill -9 the old web process needs a moment to see that its parent is gone.
const portIsFree = async () => (await freePort(settings.port)) === settings.port;
for (let waited = 0; lock.ok && lock.recovered && waited < 10_000 && !(await portIsFree()); waited += 100) await pause(100);
if (!(await portIsFree())) {
  release();
  refuse(`Port ${settings.port} is taken. Choose another: npm start -- --port 3001`);
}
if (options.demo) {
  await forgetDatabase(folder);
  for (const name of readdirSync(folder).filter((found) => found !== "lock")) rmSync(join(folder, name), { recursive: true, force: true });
}
const evidence = settings.evidence.kind === "fs" && !environment().EVIDENCE_DIR ? { kind: "fs" as const, directory: join(folder, "evidence") } : settings.evidence;
let signIns = "";
const starting = startStack({
  settings: { ...settings, evidence },
  folder,
  development: options.dev,
  fill: options.demo ? fillDemo : undefined,
  say,
  giveUp: (reason) => void end(1, reason),
});
try {
  stack = await starting;
  const link = await firstRunPath(stack.ownerUrl);
  say(`Tilsynsportalen runs at ${address}`);
  if (link !== null) say(`Create the first organisation and its administrator here (works once, for 24 hours):\n  ${address}${link}`);
  if (signIns !== "") say(signIns);
  say("Stop with Ctrl-C.");
} catch (error) {
  await end(1, error instanceof Error ? error.message : String(error));
}

/** The demo begins anew each time. */
async function fillDemo(place: { ownerUrl: string; runtimeUrl: string; evidenceDir: string }): Promise<void> {
  useSettings({ ...settings, evidence, database: { ...settings.database, runtimeUrl: place.runtimeUrl } });
  const seed = new URL("../../prisma/seed/demo.ts", import.meta.url).href;
  const { seedDemo } = (await import(seed)) as { seedDemo: (at: typeof place) => Promise<{ signIns: SignIn[] }> };
  signIns = signInTable((await seedDemo(place)).signIns);
}
