import { execFileSync } from "node:child_process";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { chmod, mkdtemp, readdir, readFile, rm, stat, truncate, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterAll, describe, expect, it } from "vitest";
import { clearLeftovers } from "./clear-leftovers.server.ts";
import { evidenceKey, quarantineKey } from "./object-keys.ts";
import { openStore } from "./open-store.server.ts";

const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
const pieces = (bytes: Buffer) => Readable.from([bytes]);
const newKey = () => quarantineKey(randomUUID());
const folders: string[] = [];
async function folder() {
  const path = await mkdtemp(join(tmpdir(), "evidence-"));
  folders.push(path);
  return path;
}
afterAll(() => Promise.all(folders.map((path) => rm(path, { recursive: true, force: true }))));

describe("evidence in a folder", () => {
  const settings = async () => ({ kind: "fs" as const, directory: await folder() });

  it("notices bytes changed behind its back", async () => {
    const at = await settings();
    const store = openStore(at);
    const digest = sha256(Buffer.from("what was handed in"));
    const from = newKey();
    const to = evidenceKey(randomUUID(), digest);
    await store.put(from, pieces(Buffer.from("what was handed in")));
    await store.promote(from, to, { sha256: digest });
    const path = join(at.directory, "objects", to);
    expect((await stat(path)).mode & 0o222).toBe(0);
    await chmod(path, 0o600);
    const bytes = await readFile(path);
    bytes[0]! ^= 1;
    await writeFile(path, bytes);
    await expect(buffer(await store.open(to, { sha256: digest }))).rejects.toMatchObject({ code: "corrupt" });
    await truncate(path, 3);
    await expect(buffer(await store.open(to, { sha256: digest }))).rejects.toMatchObject({ code: "corrupt" });
  });

  it("leaves no unfinished file behind, and sweeps those a crash left", async () => {
    const at = await settings();
    const store = openStore(at);
    const unfinished = join(at.directory, "unfinished");
    await store.put(newKey(), pieces(randomBytes(10)));
    await store.put(newKey(), Readable.from((function* () { yield Buffer.alloc(10); throw new Error("broken"); })())).catch(() => {});
    expect(await readdir(unfinished)).toEqual([]);
    const yesterday = new Date("2026-11-21T00:00:00Z");
    await writeFile(join(unfinished, "old"), "");
    await utimes(join(unfinished, "old"), new Date("2026-11-20T23:59:59Z"), new Date("2026-11-20T23:59:59Z"));
    await writeFile(join(unfinished, "young"), "");
    await utimes(join(unfinished, "young"), yesterday, yesterday);
    expect(await store.sweep(yesterday)).toBe(1);
    expect(await readdir(unfinished)).toEqual(["young"]);
  });

  it("clears uploads that were never judged, and never what is kept", async () => {
    const at = await settings();
    const store = openStore(at);
    const digest = sha256(Buffer.from("kept"));
    const [left, fresh, from, kept] = [newKey(), newKey(), newKey(), evidenceKey(randomUUID(), digest)];
    for (const key of [left, fresh]) await store.put(key, pieces(randomBytes(10)));
    await store.put(from, pieces(Buffer.from("kept")));
    await store.promote(from, kept, { sha256: digest });
    const longAgo = new Date("2026-11-20T00:00:00Z");
    for (const key of [left, kept]) await utimes(join(at.directory, "objects", key), longAgo, longAgo);
    expect(await clearLeftovers(store, new Date("2026-11-21T00:00:00Z"))).toBe(1);
    expect(await Promise.all([left, fresh, kept].map(async (key) => (await store.head(key)) !== null))).toEqual([false, true, true]);
    expect(await clearLeftovers(openStore({ kind: "fs", directory: await folder() }), longAgo)).toBe(0);
  });

  it("says so when the disk is full, and goes on once there is space", async ({ skip }) => {
    const at = await settings();
    try {
      execFileSync("mount", ["-t", "tmpfs", "-o", "size=4m", "tmpfs", at.directory], { stdio: "ignore" });
    } catch {
      skip("a small disk of its own needs the right to mount one");
    }
    try {
      const store = openStore(at);
      const key = newKey();
      await expect(store.put(key, pieces(randomBytes(5 * 2 ** 20)))).rejects.toMatchObject({ code: "store-full" });
      expect(await store.head(key)).toBeNull();
      expect(await store.check()).toMatchObject({ ok: false, reason: expect.stringContaining("free") });
      expect((await store.put(key, pieces(randomBytes(2 * 2 ** 20)))).size).toBe(2 * 2 ** 20);
    } finally {
      execFileSync("umount", [at.directory]);
    }
  });

  it("says why it is not well", async () => {
    const at = await settings();
    await writeFile(join(at.directory, "objects"), "a file where the folder should be");
    expect(await openStore(at).check()).toMatchObject({ ok: false });
  });
});
