import { execFile } from "node:child_process";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createWriteStream } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EvidenceStore } from "#app/storage/evidence-store.ts";
import { evidenceKey, quarantineKey } from "#app/storage/object-keys.ts";
import { openStore } from "#app/storage/open-store.server.ts";
import { evidencePaths } from "./manifest.ts";
import { requireTool } from "#tests/support/require-tool.ts";
import { packageStream } from "./zip.server.ts";
import type { PackageMember } from "./zip.server.ts";

const execute = promisify(execFile);
const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
const modifiedAt = new Date("2026-11-22T10:11:13Z");
const sealedAt = new Date("2026-11-22T12:00:00Z");
let folder: string;
let store: EvidenceStore;
beforeAll(async () => {
  requireTool("unzip", "unzip");
  folder = await mkdtemp(join(tmpdir(), "package-"));
  store = openStore({ kind: "fs", directory: join(folder, "store") });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function kept(bytes: Buffer) {
  const from = quarantineKey(randomUUID());
  const digest = sha256(bytes);
  const key = evidenceKey(randomUUID(), digest);
  await store.put(from, Readable.from([bytes]));
  await store.promote(from, key, { sha256: digest });
  return { key, sha256: digest };
}

describe("packageStream", () => {
  const files = [randomBytes(3_000_000), Buffer.from("navn;dato\nÆrø;2026\n"), Buffer.alloc(0), randomBytes(3_000_000)];
  const names = ["Revisorerklæring 2026.pdf", "Brugere.csv", "tom.txt", "Revisorerklæring 2026.pdf"];
  let members: PackageMember[];
  beforeAll(async () => {
    const objects = await Promise.all(files.map(kept));
    const paths = evidencePaths(names);
    members = [
      { path: "report.pdf", bytes: Buffer.from("%PDF-1.7"), modifiedAt },
      { path: "answers.json", bytes: Buffer.from('{"å":1}\n'.repeat(5_000)), modifiedAt },
      ...objects.map((object, index): PackageMember => ({ path: paths[index]!, sha256: object.sha256, modifiedAt, open: () => store.open(object.key, object) })),
    ];
  });

  it("is an archive that unzip finds whole and sha256sum finds true, with every file as it was handed in", async () => {
    const path = join(folder, "package.zip");
    const out = join(folder, "unpacked");
    await pipeline(packageStream(members, sealedAt), createWriteStream(path));
    expect((await execute("unzip", ["-t", path])).stdout).toContain("No errors detected");
    await execute("unzip", ["-q", path, "-d", out]);
    const checked = await execute("sha256sum", ["--strict", "-c", "manifest-sha256.txt"], { cwd: out });
    expect(checked.stdout.trim().split("\n")).toHaveLength(members.length);
    expect(checked.stdout).not.toContain("FAILED");
    const paths = evidencePaths(names);
    for (const [index, bytes] of files.entries()) expect((await readFile(join(out, paths[index]!))).equals(bytes)).toBe(true);
    const listed = (await execute("unzip", ["-Z1", path])).stdout.trim().split("\n");
    expect(listed.at(-1)).toBe("manifest-sha256.txt");
  });

  it("gives the same bytes for the same members, in whatever order and time zone", async () => {
    const once = await buffer(packageStream(members, sealedAt));
    const zone = process.env.TZ;
    process.env.TZ = "Pacific/Auckland";
    const again = await buffer(packageStream(members.toReversed(), sealedAt));
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(again.equals(once)).toBe(true);
  });

  it("fails rather than holding a file that was changed", async () => {
    const wrong = members.map((member) => ("open" in member ? { ...member, open: async () => Readable.from([Buffer.from("something else")]) } : member));
    await expect(buffer(packageStream(wrong, sealedAt))).rejects.toMatchObject({ code: "corrupt" });
  });

  it("fails when a file cannot be opened", async () => {
    const lost: PackageMember = { path: "lost.txt", sha256: sha256(Buffer.from("x")), modifiedAt, open: () => store.open(quarantineKey(randomUUID()), { sha256: "" }) };
    await expect(buffer(packageStream([...members, lost], sealedAt))).rejects.toMatchObject({ code: "not-found" });
  });

  it("goes into the store like any upload", async () => {
    const written = await store.put(quarantineKey(randomUUID()), packageStream(members, sealedAt));
    expect(written.sha256).toBe(sha256(await buffer(packageStream(members, sealedAt))));
  });

  it("lets go of what it reads when nobody wants it any more", async () => {
    const endless = new Readable({ read() { this.push(Buffer.alloc(65_536)); } });
    const stream = packageStream([{ path: "endless.bin", sha256: "", modifiedAt, open: async () => endless }], sealedAt);
    stream.once("data", () => stream.destroy());
    await new Promise((resolve) => endless.once("close", resolve));
    expect(endless.destroyed).toBe(true);
  });

  it.each(["../a", "manifest-sha256.txt", "REPORT.pdf"])("will not hold %j beside the others", (path) => {
    expect(() => packageStream([...members, { path, bytes: Buffer.alloc(1), modifiedAt }], sealedAt)).toThrow();
  });
});
