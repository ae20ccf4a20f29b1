import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo, Socket } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { connected } from "#app/stack/roles.server.ts";
import { jobScope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { queueMail } from "#app/mail/queue-mail.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { catchMail } from "#tests/support/mail-catcher.ts";
import type { MailCatcher } from "#tests/support/mail-catcher.ts";
import { newMember, newOrganisation, newSentRequest } from "#tests/support/mail-scene.ts";
import { letMinutePass } from "#tests/support/silent-worker.ts";
import { useWorkers } from "#tests/support/worker-process.ts";
import { enqueue } from "./enqueue.server.ts";

let database: FreshDatabase;
let organisationId: string;
let catcher: MailCatcher;
beforeAll(async () => {
  database = await freshDatabase();
  useDb(database.runtimeUrl);
  organisationId = await newOrganisation(database.ownerUrl);
  catcher = await catchMail();
});
afterAll(async () => {
  await catcher.close();
  await closeDb();
  await database.close();
});

const sql = (text: string, values: unknown[] = []) => connected(database.ownerUrl, async (client) => (await client.query<Record<string, unknown>>(text, values)).rows);

const start = useWorkers(() => database.runtimeUrl);
const startWorker = (smtpUrl: string) => start({ SMTP_URL: smtpUrl });
async function ended(worker: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const gone = once(worker, "exit") as Promise<[number | null]>;
  worker.kill(signal);
  return (await gone)[0];
}
const queued = (to: string) =>
  withTenant(jobScope(organisationId, "controller"), (tx) => queueMail(tx, { organisationId }, { kind: "password-changed", dedupeKey: to, to: { email: to, name: "" }, language: "da", values: { at: "2026-11-22T13:05:00Z" } }));

it("sends, notices, makes up for what was missed, and leaves in order", async () => {
  const { email, personId } = await newMember(database.ownerUrl, organisationId, ["caseworker"]);
  const processorId = await newOrganisation(database.ownerUrl);
  const { supervisionId } = await newSentRequest(database.ownerUrl, { controllerId: organisationId, processorId, openedById: personId, sentIn: -20, dueIn: 1, recipient: "reminded@example.dk" });
  const lost = await queued("lost-its-job@example.dk");
  await sql("delete from pgboss.job where data->>'mailId' = $1", [lost]);

  const worker = await startWorker(catcher.url);
  await queued("plain@example.dk");
  await withTenant(jobScope(processorId, "processor"), (tx) => enqueue(tx, "notify-controller", { organisationId, supervisionId, kind: "submission-received", sourceId: "1" }));
  for (const to of ["plain@example.dk", email, "reminded@example.dk", "lost-its-job@example.dk"]) await catcher.waitFor(to);
  expect(await sql("select extract(epoch from now() - max(at)) < 15 as alive from worker_heartbeat")).toEqual([{ alive: true }]);
  expect(await ended(worker, "SIGTERM")).toBe(0);
  expect(catcher.all()).toHaveLength(4);
});

it("takes up a dead worker's mail once it has been silent for a few heartbeats, losing and doubling nothing", async () => {
  const { url, reached, close } = await silentServer();
  const dying = await startWorker(url);
  const mailId = await queued("survivor@example.dk");
  await reached;
  await ended(dying, "SIGKILL");
  await letMinutePass(database.ownerUrl);
  const next = await startWorker(catcher.url);
  await catcher.waitFor("survivor@example.dk");
  expect(catcher.all().filter((mail) => mail.to.includes("survivor@example.dk"))).toHaveLength(1);
  await ended(next, "SIGTERM");
  expect(await sql("select state, attempts from outbox where id = $1", [mailId])).toEqual([{ state: "sent", attempts: 2 }]);
  await close();
}, 90_000);

it("finishes the mail under way before it stops", async () => {
  const slow = await silentServer();
  const worker = await startWorker(slow.url);
  const mailId = await queued("patient@example.dk");
  await slow.reached;
  const stopped = ended(worker, "SIGTERM");
  slow.answer();
  expect(await stopped).toBe(0);
  expect(await sql("select state from outbox where id = $1", [mailId])).toEqual([{ state: "sent" }]);
  await slow.close();
}, 60_000);

/** A mail server that takes the call and says nothing until told to. */
async function silentServer(): Promise<{ url: string; reached: Promise<unknown>; answer: () => void; close: () => Promise<unknown> }> {
  const sockets: Socket[] = [];
  let inData = false;
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on("error", () => undefined);
    socket.on("data", (piece) => {
      for (const line of piece.toString().split("\r\n").filter(Boolean)) {
        if (inData && line !== ".") continue;
        if (line.toUpperCase() === "DATA") inData = true;
        else inData = false;
        socket.write(inData ? "354 go on\r\n" : "250 well\r\n");
      }
    });
  }).listen(0, "127.0.0.1");
  const reached = once(server, "connection");
  await once(server, "listening");
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    reached,
    answer: () => sockets.forEach((socket) => socket.write("220 well\r\n")),
    close: () => {
      sockets.forEach((socket) => socket.destroy());
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
