import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { takeLock } from "./lock.server.ts";

const since = new Date("2026-11-22T09:00:00Z");
const place = () => join(mkdtempSync(join(tmpdir(), "lock-")), "lock");
const module = new URL("./lock.server.ts", import.meta.url).href;

/** Another process that takes the lock and lives until it is killed. */
async function otherHolder(file: string) {
  const code = `const { takeLock } = await import(${JSON.stringify(module)}); const taken = takeLock(${JSON.stringify(file)}, new Date(0), "http://localhost:4321"); process.stdout.write(taken.ok ? "held" : "refused"); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", code], { stdio: ["ignore", "pipe", "inherit"] });
  const [said] = (await once(child.stdout, "data")) as [Buffer];
  return { child, said: said.toString() };
}

test("the second to come learns who holds it, since when and where", async () => {
  const file = place();
  const { child, said } = await otherHolder(file);
  expect(said).toBe("held");
  const taken = takeLock(file, since, "");
  child.kill("SIGKILL");
  expect(taken).toMatchObject({ ok: false, holder: { pid: child.pid, since: "1970-01-01T00:00:00.000Z", address: "http://localhost:4321" } });
});

test("a lock left by kill -9 is taken over, once", async () => {
  const file = place();
  const { child } = await otherHolder(file);
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(takeLock(file, since, "")).toMatchObject({ ok: true, recovered: true });
  expect(takeLock(file, since, "")).toMatchObject({ ok: false, holder: { pid: process.pid } });
});

test("a killed holder that nobody has collected yet counts as gone", async () => {
  const file = place();
  // The shell's child becomes a zombie: its parent has turned into a program that never collects.
  const shell = spawn("/bin/sh", ["-c", 'sleep 0 & echo $!; exec sleep 30'], { stdio: ["ignore", "pipe", "inherit"] });
  const [said] = (await once(shell.stdout, "data")) as [Buffer];
  const pid = Number(said.toString());
  const stat = () => readFileSync(`/proc/${pid}/stat`, "utf8").split(" ");
  await expect.poll(() => stat()[2]).toBe("Z");
  writeFileSync(file, JSON.stringify({ pid, birth: stat()[21], since: "", address: "" }));
  const taken = takeLock(file, since, "");
  shell.kill("SIGKILL");
  expect(taken).toMatchObject({ ok: true });
});

test.each([["", "empty"], ["{", "cut short"], [`{"pid":${process.pid},"birth":"1","since":"","address":""}`, "of an earlier process with our number"]])("a lock file %s is taken over (%s)", (content) => {
  const file = place();
  writeFileSync(file, content);
  expect(takeLock(file, since, "")).toMatchObject({ ok: true });
});

test("released, nothing is left behind", () => {
  const file = place();
  const taken = takeLock(file, since, "");
  if (taken.ok) taken.release();
  expect(existsSync(file)).toBe(false);
  expect(readdirSync(join(file, ".."))).toEqual([]);
});

test("of eight that come at once one gets it", async () => {
  const file = place();
  writeFileSync(file, `{"pid":999999999,"birth":"1","since":"","address":""}`);
  const all = await Promise.all(Array.from({ length: 8 }, () => otherHolder(file)));
  for (const { child } of all) child.kill("SIGKILL");
  expect(all.filter(({ said }) => said === "held")).toHaveLength(1);
});
