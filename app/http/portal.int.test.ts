import { request as httpRequest } from "node:http";
import type { IncomingHttpHeaders, Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { ServerBuild } from "@remix-run/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readSettings } from "#app/config/settings.server.ts";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { connected } from "#app/stack/roles.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { portal } from "./portal.server.ts";

// The smallest Remix build there is: one page that answers, one that breaks.
const build = {
  mode: "production", publicPath: "/", assetsBuildDirectory: "build/client", basename: "/", isSpaMode: false, future: { v3_singleFetch: true },
  assets: { entry: { imports: [], module: "" }, routes: {}, url: "", version: "" },
  entry: { module: { default: () => new Response("page") } },
  routes: {
    answers: { id: "answers", path: "answers", module: { loader: () => new Response("read"), action: async ({ request }: { request: Request }) => new Response(`took ${(await request.text()).length}`) } },
    breaks: { id: "breaks", path: "breaks", module: { loader: () => { throw new Error("postgresql://owner:hunter2@db is down"); } } },
  },
} as unknown as ServerBuild;

let database: FreshDatabase;
let server: Server;
let port = 0;
let storeReason: string | null = null;

beforeAll(async () => {
  database = await freshDatabase();
  const db = useDb(database.runtimeUrl, 2);
  const read = readSettings({ PUBLIC_URL: "https://tilsyn.example.dk", LOG_LEVEL: "error" }, "embedded");
  if (!read.ok) throw new Error(read.problems.join());
  const probes = { query: <Row>(sql: TemplateStringsArray) => db.$queryRaw<Row[]>(sql), storeCheck: async () => (storeReason === null ? { ok: true as const } : { ok: false as const, reason: storeReason }), draining: () => false };
  const breaking = { build, development: false, assets: (req: { path: string }, _res: unknown, next: (error?: unknown) => void) => next(req.path === "/bug" ? new Error("postgresql://owner:hunter2@db is down") : undefined) };
  server = portal(read.settings, probes, breaking).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  port = (server.address() as AddressInfo).port;
});

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await closeDb();
  await database.close();
});

function ask(method: string, path: string, headers: Record<string, string> = {}, body = ""): Promise<{ status: number; headers: IncomingHttpHeaders; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ host: "127.0.0.1", port, method, path, agent: false, headers: { Host: "tilsyn.example.dk", ...("Transfer-Encoding" in headers ? {} : { "Content-Length": String(body.length) }), ...headers } }, (answer) => {
      let text = "";
      answer.on("data", (piece: Buffer) => (text += piece.toString()));
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
const ours = { Origin: "https://tilsyn.example.dk", "Sec-Fetch-Site": "same-origin", "Content-Type": "text/plain" };

test("every answer carries the protecting headers, with a nonce of its own", async () => {
  const [first, second] = [await ask("GET", "/answers"), await ask("GET", "/answers")];
  for (const { headers } of [first, second]) {
    expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "cross-origin-opener-policy": "same-origin", "cross-origin-resource-policy": "same-origin", "referrer-policy": "same-origin", "cache-control": "no-store" });
    expect(headers["strict-transport-security"]).toContain("max-age=63072000");
    expect(headers["content-security-policy"]).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/]{22}==' 'strict-dynamic';.*frame-ancestors 'none'/);
    expect(headers["x-powered-by"]).toBeUndefined();
  }
  expect(first.headers["content-security-policy"]).not.toBe(second.headers["content-security-policy"]);
  expect(first.headers["x-request-id"]).not.toBe(second.headers["x-request-id"]);
});

describe.each(["POST", "PUT", "PATCH", "DELETE"])("%s", (method) => {
  test.each([
    ["our own page", ours, 200],
    ["another site", { ...ours, Origin: "https://evil.example", "Sec-Fetch-Site": "cross-site" }, 403],
    ["a sister host", { ...ours, "Sec-Fetch-Site": "same-site" }, 403],
    ["a sandboxed frame", { ...ours, Origin: "null" }, 403],
    ["no origin", { "Content-Type": "text/plain" }, 403],
    ["another origin", { ...ours, Origin: "https://tilsyn.example.dk.evil.example" }, 403],
  ])("from %s", async (_name, headers, status) => {
    expect((await ask(method, "/answers", headers as Record<string, string>, "hello")).status).toBe(status);
  });
});

test("a form larger than two million bytes is refused unread, and so is one of untold length", async () => {
  expect((await ask("POST", "/answers", { ...ours, "Transfer-Encoding": "chunked" }, "hello")).status).toBe(411);
  expect((await ask("POST", "/answers", { ...ours, "Content-Length": String(2 * 1024 * 1024 + 1) }, "").catch(() => ({ status: 413 }))).status).toBe(413);
  expect((await ask("POST", "/answers", ours, "x".repeat(100_000))).text).toBe("took 100000");
});

test.each(["a/b", "x y", "user@host"])("a Host header that is none (%j) is refused", async (host) => {
  expect((await ask("GET", "/answers", { Host: host })).status).toBe(400);
});

test("forwarded headers count for nothing without a trusted proxy", async () => {
  const { status } = await ask("POST", "/answers", { ...ours, "X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "http" }, "hello");
  expect(status).toBe(200);
});

test("a bug shows a neutral page with the request id, in the reader's language", async () => {
  const danish = await ask("GET", "/bug");
  expect(danish.status).toBe(500);
  expect(danish.text).toContain(String(danish.headers["x-request-id"]));
  expect(danish.text).toContain("Noget gik galt");
  expect(danish.text).not.toContain("hunter2");
  expect((await ask("GET", "/bug", { "Accept-Language": "en" })).text).toContain("Something went wrong");
});

describe("health", () => {
  const ready = async () => {
    const { status, text } = await ask("GET", "/health/ready");
    return { status, checks: (JSON.parse(text) as { checks: Record<string, string> }).checks };
  };
  const sql = (text: string) => connected(database.ownerUrl, (client) => client.query(text));

  test("live is live", async () => expect((await ask("GET", "/health/live")).status).toBe(200));

  test("not ready before a worker has reported, ready then, not ready when it falls silent", async () => {
    await sql("delete from worker_heartbeat");
    expect(await ready()).toMatchObject({ status: 503, checks: { worker: "no worker has reported", database: "ok", migrations: "ok" } });
    await sql("insert into worker_heartbeat (name, at) values ('w', now() - interval '50 seconds')");
    expect(await ready()).toMatchObject({ status: 200 });
    await sql("update worker_heartbeat set at = now() - interval '61 seconds'");
    expect(await ready()).toMatchObject({ status: 503, checks: { worker: "silent for 61 s" } });
    await sql("update worker_heartbeat set at = now()");
  });

  test("a store that cannot be written says why", async () => {
    storeReason = "disk full";
    expect(await ready()).toMatchObject({ status: 503, checks: { evidenceStore: "disk full" } });
    storeReason = null;
  });

  test("a missing migration is named", async () => {
    const { rows } = await sql("delete from _prisma_migrations where migration_name = (select max(migration_name) from _prisma_migrations) returning *");
    expect((await ready()).checks.migrations).toBe(`not applied: ${(rows[0] as { migration_name: string }).migration_name}`);
  });
});
