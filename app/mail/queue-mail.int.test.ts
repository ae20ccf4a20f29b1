import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { connected } from "#app/stack/roles.server.ts";
import { jobScope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { newOrganisation } from "#tests/support/mail-scene.ts";
import type { Mail } from "./mail-kinds.ts";
import { queueMail } from "./queue-mail.server.ts";

let database: FreshDatabase;
let organisationId: string;
beforeAll(async () => {
  database = await freshDatabase();
  useDb(database.runtimeUrl);
  organisationId = await newOrganisation(database.ownerUrl);
});
afterAll(async () => {
  await closeDb();
  await database.close();
});

const reset = (dedupeKey: string, more: Partial<Mail> = {}): Mail =>
  ({ kind: "password-reset", dedupeKey, to: { email: "mette@region.example", name: "Mette Holm" }, language: "da", values: { minutes: 30 }, secretLink: "/reset/abc", ...more }) as Mail;
const queue = (mail: Mail) => withTenant(jobScope(organisationId, "controller"), (tx) => queueMail(tx, { organisationId }, mail));
const rows = (sql: string, values: unknown[] = []) => connected(database.ownerUrl, async (client) => (await client.query<Record<string, unknown>>(sql, values)).rows);
const jobsOf = (mailId: string) => rows("select data, state::text from pgboss.job where name = 'send-mail' and data->>'mailId' = $1", [mailId]);

describe("writing a mail", () => {
  it("writes one row and one job, together", async () => {
    const id = await queue(reset("one"));
    expect(await rows("select state, subject, secret_link, to_email from outbox where id = $1", [id])).toEqual([
      { state: "waiting", subject: "Vælg en ny adgangskode til Tilsynsportalen", secret_link: "http://localhost:3000/reset/abc", to_email: "mette@region.example" },
    ]);
    expect(await jobsOf(String(id))).toEqual([{ state: "created", data: { organisationId, mailId: id } }]);
  });

  it("leaves neither row nor job when the caller's transaction rolls back", async () => {
    const count = "select (select count(*) from outbox) as mails, (select count(*) from pgboss.job) as jobs";
    const before = await rows(count);
    const failing = withTenant(jobScope(organisationId, "controller"), async (tx) => {
      expect(await queueMail(tx, { organisationId }, reset("rolled-back"))).not.toBeNull();
      throw new Error("the business failed");
    });
    await expect(failing).rejects.toThrow("the business failed");
    expect(await rows(count)).toEqual(before);
  });

  it("writes the same fact once, also when two ask at the same time", async () => {
    const ids = await Promise.all([1, 2, 3, 4].map(() => queue(reset("same fact"))));
    expect(ids.filter((id) => id !== null)).toHaveLength(1);
    expect(await queue(reset("same fact"))).toBeNull();
    expect(await rows("select count(*)::int as mails from outbox where dedupe_key = 'same fact'")).toEqual([{ mails: 1 }]);
  });

  it("keeps the link with a token out of the text, and nothing personal in the job", async () => {
    const id = String(await queue(reset("secret", { secretLink: "/reset/tokentokentoken" })));
    const [mail] = await rows("select body from outbox where id = $1", [id]);
    expect(mail?.body).toContain("{link}");
    expect(mail?.body).not.toContain("tokentokentoken");
    const all = JSON.stringify(await rows("select * from pgboss.job where data->>'mailId' = $1", [id]));
    for (const secret of ["tokentokentoken", "mette", "Mette", "region.example", "adgangskode"]) expect(all).not.toContain(secret);
  });

  it.each(["a@b.example\r\nBcc: c@d.example", "a@b.example, c@d.example", "Mette <a@b.example>", "nobody", "a b@c.example", ""])("refuses the address %j", async (email) => {
    await expect(queue(reset(`address ${email}`, { to: { email, name: "" } }))).rejects.toThrow("no usable address");
  });

  it("refuses a link that leads elsewhere", async () => {
    await expect(queue(reset("elsewhere", { secretLink: "https://elsewhere.example/reset/abc" }))).rejects.toThrow("only link to this portal");
  });
});
