import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { connected } from "#app/stack/roles.server.ts";
import { jobScope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { catchMail } from "#tests/support/mail-catcher.ts";
import type { MailCatcher } from "#tests/support/mail-catcher.ts";
import { newOrganisation, useMailServer } from "#tests/support/mail-scene.ts";
import { deliverMail } from "./deliver-mail.server.ts";
import { queueMail } from "./queue-mail.server.ts";

let database: FreshDatabase;
let organisationId: string;
let catcher: MailCatcher;
let serial = 0;
beforeAll(async () => {
  database = await freshDatabase();
  useDb(database.runtimeUrl);
  organisationId = await newOrganisation(database.ownerUrl);
});
afterAll(async () => {
  useMailServer("");
  await closeDb();
  await database.close();
});
beforeEach(async () => {
  catcher = await catchMail();
  useMailServer(catcher.url);
});
afterEach(() => catcher.close());

const sql = (text: string, values: unknown[] = []) => connected(database.ownerUrl, async (client) => (await client.query<Record<string, unknown>>(text, values)).rows);
const row = async (id: string) => (await sql("select state, attempts, last_error, secret_link, sent_at is not null as sent, attempt_started_at is not null as busy from outbox where id = $1", [id]))[0];

async function queued(to = { email: "kim@netgruppen.example", name: "Kim Berg" }): Promise<{ organisationId: string; mailId: string }> {
  serial += 1;
  const mailId = await withTenant(jobScope(organisationId, "controller"), (tx) =>
    queueMail(tx, { organisationId }, { kind: "password-reset", dedupeKey: `mail ${serial}`, to, language: "da", values: { minutes: 30 }, secretLink: `/reset/token${serial}` }),
  );
  return { organisationId, mailId: String(mailId) };
}

describe("sending a mail", () => {
  it("hands it over once, with its link, and forgets the link", async () => {
    const mail = await queued();
    expect(await deliverMail(mail)).toBe("sent");
    expect(await deliverMail(mail)).toBe("nothing");
    const [caught, ...more] = catcher.all();
    expect(more).toEqual([]);
    expect(caught).toMatchObject({ to: ["kim@netgruppen.example"], subject: "Vælg en ny adgangskode til Tilsynsportalen", messageId: `<${mail.mailId}@localhost>` });
    expect(caught?.text).toContain(`http://localhost:3000/reset/token${serial}`);
    expect(caught?.html).toContain(`href="http://localhost:3000/reset/token${serial}"`);
    expect(caught?.headers.get("auto-submitted")).toBe("auto-generated");
    expect(await row(mail.mailId)).toEqual({ state: "sent", attempts: 1, last_error: "", secret_link: "", sent: true, busy: false });
  });

  it("is done by one of two workers that take it at the same time", async () => {
    const mail = await queued();
    const outcomes = await Promise.allSettled([deliverMail(mail), deliverMail(mail), deliverMail(mail)]);
    expect(outcomes.filter((one) => one.status === "fulfilled" && one.value === "sent")).toHaveLength(1);
    expect(catcher.all()).toHaveLength(1);
  });

  it("sends it again with the same Message-ID when the worker died before it noted the server's yes", async () => {
    const mail = await queued();
    await deliverMail(mail);
    // As the crash leaves it: handed over, not noted.
    await sql("update outbox set state = 'waiting', sent_at = null, secret_link = 'http://localhost:3000/reset/x', attempt_started_at = now() - interval '10 seconds' where id = $1", [mail.mailId]);
    await expect(deliverMail(mail)).rejects.toThrow("another attempt is under way");
    await sql("update outbox set attempt_started_at = now() - interval '31 seconds' where id = $1", [mail.mailId]);
    expect(await deliverMail(mail)).toBe("sent");
    expect(catcher.all().map((one) => one.messageId)).toEqual([`<${mail.mailId}@localhost>`, `<${mail.mailId}@localhost>`]);
  });

  it("waits while the mail server is down and goes when it is back", async () => {
    const mail = await queued();
    const port = await freePort();
    useMailServer(`smtp://127.0.0.1:${port}`);
    await expect(deliverMail(mail)).rejects.toThrow();
    expect(await row(mail.mailId)).toMatchObject({ state: "waiting", attempts: 1, last_error: expect.stringContaining("ECONNREFUSED"), busy: false });
    useMailServer(catcher.url);
    expect(await deliverMail(mail)).toBe("sent");
    expect(await row(mail.mailId)).toMatchObject({ state: "sent", attempts: 2, last_error: "" });
  });

  it.each([
    ["RCPT TO", "550 5.1.1 no such person", "failed"],
    ["RCPT TO", "451 4.7.1 greylisted, come again", "waiting"],
    ["MAIL FROM", "550 5.7.1 sender not allowed", "waiting"],
    ["DATA", "554 5.6.0 refused", "failed"],
  ])("%s answered with %s leaves it %s", async (command, answer, state) => {
    const server = await grumpyServer(command, answer);
    useMailServer(server.url);
    const mail = await queued();
    const outcome = await deliverMail(mail).catch(() => "tried again later");
    expect(outcome).toBe(state === "failed" ? "failed" : "tried again later");
    expect(await row(mail.mailId)).toMatchObject({ state, last_error: expect.stringContaining(answer.slice(4)), busy: false });
    await server.close();
  });

  it("gives up on what the server has put off for five days", async () => {
    const server = await grumpyServer("RCPT TO", "451 4.7.1 later");
    useMailServer(server.url);
    const mail = await queued();
    await sql("update outbox set created_at = now() - interval '5 days 1 minute' where id = $1", [mail.mailId]);
    expect(await deliverMail(mail)).toBe("failed");
    await server.close();
  });

  it("keeps it, with its link, where there is no mail server, and never tries", async () => {
    useMailServer("");
    const mail = await queued();
    expect(await deliverMail(mail)).toBe("kept");
    expect(await row(mail.mailId)).toEqual({ state: "kept", attempts: 0, last_error: "", secret_link: `http://localhost:3000/reset/token${serial}`, sent: false, busy: false });
    expect(await sql("select id from app.mail_waiting() where id = $1", [mail.mailId])).toEqual([]);
  });

  it("does nothing for another organisation's mail", async () => {
    const { mailId } = await queued();
    const other = await newOrganisation(database.ownerUrl);
    expect(await deliverMail({ organisationId: other, mailId })).toBe("nothing");
    expect(await row(mailId)).toMatchObject({ state: "waiting", attempts: 0 });
  });

  it("lets no name reach the headers", async () => {
    const mail = await queued({ email: "kim@netgruppen.example", name: 'Kim\r\nBcc: spy@elsewhere.example\r\n" <spy@elsewhere.example>,' });
    await deliverMail(mail);
    const [caught] = catcher.all();
    expect(caught?.to).toEqual(["kim@netgruppen.example"]);
    expect([...(caught?.headers.keys() ?? [])]).not.toContain("bcc");
    await expect(sql("update outbox set subject = E'x\\r\\nBcc: spy@elsewhere.example' where id = $1", [mail.mailId])).rejects.toThrow("outbox_one_line");
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A mail server that answers one command in its own way. */
async function grumpyServer(command: string, answer: string): Promise<{ url: string; close: () => Promise<unknown> }> {
  const server = createServer((socket) => {
    let inData = false;
    socket.on("error", () => undefined);
    socket.write("220 grumpy\r\n");
    socket.on("data", (piece) => {
      for (const line of piece.toString().split("\r\n").filter(Boolean)) {
        if (inData) {
          if (line !== ".") continue;
          inData = false;
          socket.write(command === "DATA" ? `${answer}\r\n` : "250 taken\r\n");
        } else if (command !== "DATA" && line.toUpperCase().startsWith(command)) socket.write(`${answer}\r\n`);
        else if (line.toUpperCase().startsWith("EHLO")) socket.write("250 grumpy\r\n");
        else if (line.toUpperCase() === "DATA") {
          inData = true;
          socket.write("354 go on\r\n");
        } else if (line.toUpperCase() === "QUIT") socket.end("221 bye\r\n");
        else socket.write("250 well\r\n");
      }
    });
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => new Promise((resolve) => server.close(resolve)) };
}
