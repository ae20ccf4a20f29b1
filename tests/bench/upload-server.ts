import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import express from "express";
import { receiveUpload } from "#app/evidence/receive-upload.server.ts";
import { hashingStream } from "#app/storage/hash-stream.ts";
import { openStore } from "#app/storage/open-store.server.ts";

// The server side of the upload bench, a process of its own so that its memory is its own. Started with a folder, tells its port by message.
const folder = process.argv[2]!;
const store = openStore({ kind: "fs", directory: join(folder, "evidence") });
const app = express();
let written = 0;

app.post("/upload", async (request, response) => {
  const outcome = await receiveUpload(request, { store, onFile: async (file) => file });
  response.status(outcome.ok ? 201 : outcome.status).json(outcome.ok ? { sha256: outcome.value.sha256 } : outcome);
  if (outcome.ok) await store.remove(outcome.value.key);
});

app.post("/bare", async (request, response) => {
  const hasher = hashingStream();
  const flush = request.query.flush === "yes";
  const path = join(folder, `bare-${(written += 1)}`);
  await pipeline(request, hasher, createWriteStream(path, { flags: "wx", highWaterMark: 1024 * 1024, flush }));
  response.status(201).json({ sha256: hasher.result().sha256 });
  await rm(path);
});

app.get("/memory", (_request, response) => {
  globalThis.gc?.();
  response.json({ rss: process.memoryUsage.rss(), peak: process.resourceUsage().maxRSS * 1024 });
});

const server = app.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as { port: number }).port }));
