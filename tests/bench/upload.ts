import { fork } from "node:child_process";
import { createHash, randomFillSync } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { request as httpRequest } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { json } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

export type BenchLine = { name: string; value: number; unit: string; ratio?: number; of?: string };

const mebibyte = 1024 * 1024;
const size = 100 * mebibyte;
const rounds = 7;
const boundary = "bench-boundary-5d1c";
const head = Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n`);
const tail = Buffer.from(`\r\n--${boundary}--\r\n`);

type Server = { post(path: string, contentType: string, body: Buffer[]): Promise<string>; memory(): Promise<{ rss: number; peak: number }>; stop(): Promise<void> };

async function startServer(): Promise<Server> {
  const folder = await mkdtemp(join(tmpdir(), "bench-upload-"));
  const child = fork(fileURLToPath(new URL("upload-server.ts", import.meta.url)), [folder], { execArgv: ["--expose-gc"], env: { ...process.env, NODE_ENV: "production" } });
  const port = await new Promise<number>((resolve, reject) => {
    child.once("message", (message) => resolve((message as { port: number }).port));
    child.once("exit", (code) => reject(new Error(`the bench server ended with ${code}`)));
  });
  const ask = (method: string, path: string, contentType: string, body: Buffer[]) => new Promise<Record<string, unknown>>((resolve, reject) => {
    const length = body.reduce((sum, piece) => sum + piece.length, 0);
    const client = httpRequest({ host: "127.0.0.1", port, path, method, headers: { "content-type": contentType, "content-length": length } }, (response) => {
      json(response).then((answer) => resolve(answer as Record<string, unknown>), reject);
    });
    client.on("error", reject);
    for (const piece of body) client.write(piece);
    client.end();
  });
  return {
    post: async (path, contentType, body) => String((await ask("POST", path, contentType, body)).sha256),
    memory: async () => (await ask("GET", "/memory", "text/plain", [])) as { rss: number; peak: number },
    async stop() {
      child.removeAllListeners("exit");
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const upload = (server: Server, file: Buffer) => server.post("/upload", `multipart/form-data; boundary=${boundary}`, [head, file, tail]);
const bare = (server: Server, file: Buffer, flush: "yes" | "no") => server.post(`/bare?flush=${flush}`, "application/octet-stream", [file]);
const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
const rounded = (value: number, digits = 2) => Number(value.toFixed(digits));

/** Uploads 100 MiB through HTTP, form parsing, sniffing, hashing and a flushed write, beside the same bytes merely hashed and written. */
export async function run(report: (line: BenchLine) => void): Promise<void> {
  const file = randomFillSync(Buffer.alloc(size));
  file.write("%PDF-1.7\n");
  const digest = createHash("sha256").update(file).digest("hex");
  const timed = async (work: () => Promise<string[]>) => {
    const start = performance.now();
    const digests = await work();
    if (digests.some((each) => each !== digest)) throw new Error("a wrong file arrived");
    return (performance.now() - start) / 1000;
  };

  const server = await startServer();
  try {
    await upload(server, file);
    await bare(server, file, "yes");
    const seconds: Record<"flushed" | "unflushed" | "ours", number[]> = { flushed: [], unflushed: [], ours: [] };
    for (let round = 0; round < rounds; round += 1) {
      seconds.flushed.push(await timed(async () => [await bare(server, file, "yes")]));
      seconds.ours.push(await timed(async () => [await upload(server, file)]));
      seconds.unflushed.push(await timed(async () => [await bare(server, file, "no")]));
    }
    const rate = (each: keyof typeof seconds) => 100 / median(seconds[each]);
    report({ name: "upload.bare-pipe", value: rounded(rate("flushed"), 0), unit: "MiB/s" });
    report({ name: "upload.bare-pipe-unflushed", value: rounded(rate("unflushed"), 0), unit: "MiB/s" });
    report({ name: "upload.100-mib", value: rounded(rate("ours"), 0), unit: "MiB/s", ratio: rounded(rate("ours") / rate("flushed")), of: "upload.bare-pipe" });
    report({ name: "upload.100-mib", value: rounded(rate("ours"), 0), unit: "MiB/s", ratio: rounded(rate("ours") / rate("unflushed")), of: "upload.bare-pipe-unflushed" });
  } finally {
    await server.stop();
  }

  for (const parallel of [1, 10]) {
    const fresh = await startServer();
    try {
      await upload(fresh, file.subarray(0, mebibyte));
      const before = await fresh.memory();
      const seconds = await timed(() => Promise.all(Array.from({ length: parallel }, () => upload(fresh, file))));
      const growth = ((await fresh.memory()).peak - before.rss) / mebibyte;
      report({ name: `upload.${parallel}-parallel.memory-growth`, value: rounded(growth, 0), unit: "MiB", ratio: rounded(growth / (64 + 24 * parallel)), of: `${64 + 24 * parallel} MiB allowed` });
      report({ name: `upload.${parallel}-parallel.throughput`, value: rounded((100 * parallel) / seconds, 0), unit: "MiB/s" });
    } finally {
      await fresh.stop();
    }
  }
}
