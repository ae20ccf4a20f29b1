import { createHash, randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { CreateBucketCommand, S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { s3TestSettings } from "#tests/support/s3-settings.ts";
import type { EvidenceStore, ListedObject } from "./evidence-store.ts";
import { evidenceKey, quarantineKey } from "./object-keys.ts";
import { openStore } from "./open-store.server.ts";

const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
const pieces = (bytes: Buffer, size = 65_536) =>
  Readable.from((function* () { for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size); })());
const all = async (objects: AsyncIterable<ListedObject>) => {
  const found = [];
  for await (const object of objects) found.push(object);
  return found;
};
const newKey = () => quarantineKey(randomUUID());

/** What every driver must do, so that the rest of the portal need not know which one it has. */
function contract(name: string, open: () => Promise<EvidenceStore>) {
  describe(`evidence store: ${name}`, () => {
    let store: EvidenceStore;
    beforeAll(async () => void (store = await open()));

    it.each([0, 1, 65_536, 8 * 2 ** 20 - 1, 8 * 2 ** 20, 8 * 2 ** 20 + 1, 20 * 2 ** 20])("gives back the %i bytes it was given", async (size) => {
      const bytes = randomBytes(size);
      const key = newKey();
      expect(await store.put(key, pieces(bytes))).toEqual({ size, sha256: sha256(bytes) });
      expect((await buffer(await store.open(key, { sha256: sha256(bytes) }))).equals(bytes)).toBe(true);
      expect((await store.head(key))?.size).toBe(size);
    });

    it("never replaces an object", async () => {
      const key = newKey();
      await store.put(key, pieces(Buffer.from("first")));
      await expect(store.put(key, pieces(Buffer.from("second")))).rejects.toMatchObject({ code: "exists" });
      expect((await buffer(await store.open(key, { sha256: sha256(Buffer.from("first")) }))).toString()).toBe("first");
    });

    it.each([0, 1, 9 * 2 ** 20])("leaves nothing when the body breaks after %i bytes", async (size) => {
      const key = newKey();
      const broken = Readable.from((function* () { if (size) yield randomBytes(size); throw new Error("the sender went away"); })());
      await expect(store.put(key, broken)).rejects.toThrow("the sender went away");
      expect(await store.head(key)).toBeNull();
    });

    it("leaves nothing when the body is destroyed on the way", async () => {
      const key = newKey();
      const body = new Readable({ read() {} });
      body.push(randomBytes(9 * 2 ** 20));
      const writing = store.put(key, body);
      setImmediate(() => body.destroy());
      await expect(writing).rejects.toThrow();
      expect(await store.head(key)).toBeNull();
    });

    it("says not-found for what is not there", async () => {
      await expect(store.open(newKey(), { sha256: sha256(Buffer.alloc(0)) })).rejects.toMatchObject({ code: "not-found" });
      await expect(store.readRange(newKey(), { start: 0, end: 1 })).rejects.toMatchObject({ code: "not-found" });
      await expect(store.promote(newKey(), evidenceKey(randomUUID(), sha256(Buffer.from("x"))), { sha256: sha256(Buffer.from("x")) })).rejects.toMatchObject({ code: "not-found" });
      expect(await store.head(newKey())).toBeNull();
    });

    it.each(["../x", "quarantine/../x", "/x", "quarantine//x", "quarantine/.x", "", "quarantine/a b", "quarantine/æ", `quarantine/${"a".repeat(600)}`])("refuses the key %j", async (key) => {
      await expect(store.put(key, pieces(Buffer.from("x")))).rejects.toMatchObject({ code: "bad-key" });
    });

    it("fails a read whose bytes are not the expected ones, before the last piece is out", async () => {
      const bytes = randomBytes(300_000);
      const key = newKey();
      await store.put(key, pieces(bytes));
      const reader = await store.open(key, { sha256: sha256(Buffer.from("something else")) });
      let received = 0;
      await expect((async () => { for await (const piece of reader) received += (piece as Buffer).length; })()).rejects.toMatchObject({ code: "corrupt" });
      expect(received).toBeLessThan(bytes.length);
    });

    it("reads a range", async () => {
      const key = newKey();
      await store.put(key, pieces(Buffer.from("0123456789")));
      expect((await buffer(await store.readRange(key, { start: 3, end: 6 }))).toString()).toBe("3456");
    });

    it("promotes once, keeps what it promoted, and does not mind being asked twice", async () => {
      const bytes = randomBytes(100_000);
      const digest = sha256(bytes);
      const from = newKey();
      const to = evidenceKey(randomUUID(), digest);
      await store.put(from, pieces(bytes));
      await store.promote(from, to, { sha256: digest });
      expect(await store.head(from)).toBeNull();
      expect(await store.head(to)).toMatchObject({ size: bytes.length, sha256: digest });
      await store.promote(from, to, { sha256: digest });
      const again = newKey();
      await store.put(again, pieces(bytes));
      await store.promote(again, to, { sha256: digest });
      expect(await store.head(again)).toBeNull();
      await expect(store.remove(to)).rejects.toMatchObject({ code: "kept" });
      await expect(store.promote(to, newKey(), { sha256: digest })).rejects.toMatchObject({ code: "kept" });
      expect((await buffer(await store.open(to, { sha256: digest }))).equals(bytes)).toBe(true);
    });

    it("will not take other bytes for a key that is taken", async () => {
      const to = evidenceKey(randomUUID(), sha256(Buffer.from("one")));
      const first = newKey();
      await store.put(first, pieces(Buffer.from("one")));
      await store.promote(first, to, { sha256: sha256(Buffer.from("one")) });
      const second = newKey();
      await store.put(second, pieces(Buffer.from("two")));
      await expect(store.promote(second, to, { sha256: sha256(Buffer.from("two")) })).rejects.toMatchObject({ code: "corrupt" });
      expect(await store.head(second)).not.toBeNull();
    });

    it("removes from quarantine, twice without complaint", async () => {
      const key = newKey();
      await store.put(key, pieces(Buffer.from("x")));
      await store.remove(key);
      await store.remove(key);
      expect(await store.head(key)).toBeNull();
    });

    it("lists by prefix in the order of keys", async () => {
      const organisation = randomUUID();
      const keys = [];
      for (const text of ["a", "b", "c"]) {
        const digest = sha256(Buffer.from(text));
        const from = newKey();
        await store.put(from, pieces(Buffer.from(text)));
        await store.promote(from, evidenceKey(organisation, digest), { sha256: digest });
        keys.push(evidenceKey(organisation, digest));
      }
      expect((await all(store.list(`evidence/${organisation}/`))).map(({ key }) => key)).toEqual(keys.sort());
      expect((await all(store.list(`evidence/${organisation.slice(0, 20)}`))).length).toBe(3);
      expect(await all(store.list(`evidence/${randomUUID()}/`))).toEqual([]);
    });

    it("writes ten at a time", async () => {
      const bodies = Array.from({ length: 10 }, () => randomBytes(1_500_000));
      const written = await Promise.all(bodies.map((bytes) => store.put(newKey(), pieces(bytes))));
      expect(written.map(({ sha256: digest }) => digest)).toEqual(bodies.map(sha256));
    });

    it("is healthy and leaves no trace of asking", async () => {
      const before = (await all(store.list("quarantine/"))).length;
      expect(await store.check()).toEqual({ ok: true });
      expect((await all(store.list("quarantine/"))).length).toBe(before);
    });
  });
}

const folders: string[] = [];
async function folder() {
  const path = await mkdtemp(join(tmpdir(), "evidence-"));
  folders.push(path);
  return path;
}
afterAll(() => Promise.all(folders.map((path) => rm(path, { recursive: true, force: true }))));

contract("folder", async () => openStore({ kind: "fs", directory: await folder() }));

const s3 = s3TestSettings();
if (s3) contract("S3", async () => {
  const { endpoint, region, accessKeyId, secretAccessKey, bucket } = s3;
  const client = new S3Client({ endpoint, region, forcePathStyle: true, credentials: { accessKeyId, secretAccessKey } });
  await client.send(new CreateBucketCommand({ Bucket: bucket })).catch((error: Error) => { if (!/BucketAlready/.test(error.name)) throw error; });
  return openStore({ kind: "s3", ...s3 });
});
else describe.skip("evidence store: S3 (no S3_TEST_ENDPOINT given)", () => it("runs the same contract", () => {}));

describe("evidence in S3 that does not answer", () => {
  it("is unavailable, not empty", async () => {
    const store = openStore({ kind: "s3", endpoint: "http://127.0.0.1:9", region: "us-east-1", bucket: "none", accessKeyId: "a", secretAccessKey: "b", checksums: "WHEN_REQUIRED", objectLock: false });
    await expect(store.head(newKey())).rejects.toMatchObject({ code: "unavailable" });
    await expect(store.put(newKey(), pieces(Buffer.from("x")))).rejects.toMatchObject({ code: "unavailable" });
    expect(await store.check()).toMatchObject({ ok: false });
  });

  it.skipIf(!s3)("refuses a wrong secret", async () => {
    const store = openStore({ kind: "s3", ...s3!, secretAccessKey: "wrong" });
    await expect(store.put(newKey(), pieces(Buffer.from("x")))).rejects.toMatchObject({ code: "unavailable" });
    expect(await store.check()).toMatchObject({ ok: false });
  });
});
