import { createHash, randomBytes, randomUUID } from "node:crypto";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import express from "express";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EvidenceStore } from "#app/storage/evidence-store.ts";
import { evidenceKey, quarantineKey } from "#app/storage/object-keys.ts";
import { openStore } from "#app/storage/open-store.server.ts";
import { streamDownload } from "./stream-download.server.ts";

let folder: string;
let store: EvidenceStore;
let server: Server;
const failures: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "download-"));
  store = openStore({ kind: "fs", directory: folder });
  const app = express();
  app.get("/", async (request, response) => {
    const { key, sha256, size } = request.query as Record<string, string>;
    await streamDownload(response, { store, key: key!, sha256: sha256!, size: Number(size), name: "Erklæring.pdf", mediaType: "application/pdf" }).catch((error: { code: string }) => {
      failures.push(error.code);
      if (!response.headersSent) response.status(404).end();
    });
  });
  server = app.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true, force: true });
});

async function kept(bytes: Buffer) {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const from = quarantineKey(randomUUID());
  const key = evidenceKey(randomUUID(), sha256);
  await store.put(from, Readable.from([bytes]));
  await store.promote(from, key, { sha256 });
  return { key, sha256, size: bytes.length };
}
const get = (file: { key: string; sha256: string; size: number }) =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/?${new URLSearchParams({ ...file, size: String(file.size) })}`);

describe("a stored file is sent", () => {
  it.each([0, 1, 70_000, 5_000_000])("whole, %i bytes", async (size) => {
    const bytes = randomBytes(size);
    const file = await kept(bytes);
    const response = await get(file);
    expect(response.status).toBe(200);
    expect(response.headers.get("x-content-sha256")).toBe(file.sha256);
    expect(response.headers.get("content-length")).toBe(String(size));
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it.each([40, 3_000_000])("never as if whole when %i bytes were changed in the store", async (size) => {
    const bytes = randomBytes(size);
    const file = await kept(bytes);
    const path = join(folder, "objects", file.key);
    await chmod(path, 0o600);
    bytes[size - 1]! ^= 1;
    await writeFile(path, bytes);
    await expect((async () => Buffer.from(await (await get(file)).arrayBuffer()))()).rejects.toThrow();
    expect(failures.at(-1)).toBe("corrupt");
  });

  it("not at all when it is not there", async () => {
    expect((await get({ key: quarantineKey(randomUUID()), sha256: "0".repeat(64), size: 1 })).status).toBe(404);
    expect(failures.at(-1)).toBe("not-found");
  });
});
