import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { connected } from "#app/stack/roles.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { newMember, newOrganisation, useMailServer } from "#tests/support/mail-scene.ts";
import { outbox, retryMail } from "./outbox.server.ts";
import { queueMail } from "./queue-mail.server.ts";

let database: FreshDatabase;
let scope: Scope;
let stranger: Scope;
let mailId: string;
const scopeIn = async (): Promise<Scope> => {
  const organisationId = await newOrganisation(database.ownerUrl);
  const { personId } = await newMember(database.ownerUrl, organisationId, ["administrator"]);
  return { side: "controller", organisationId, organisationName: "Region Syd", personId, personName: "Kim", roles: ["administrator"] };
};
beforeAll(async () => {
  database = await freshDatabase();
  useDb(database.runtimeUrl);
  [scope, stranger] = [await scopeIn(), await scopeIn()];
  const write = (email: string) => withTenant(scope, (tx) => queueMail(tx, scope, { kind: "password-reset", dedupeKey: email, to: { email, name: "" }, language: "da", values: { minutes: 30 }, secretLink: "/reset/abc" }));
  await write("first@example.dk");
  mailId = String(await write("second@example.dk"));
});
afterAll(async () => {
  useMailServer("");
  await closeDb();
  await database.close();
});
const sql = (text: string, values: unknown[] = []) => connected(database.ownerUrl, async (client) => (await client.query<Record<string, unknown>>(text, values)).rows);
const find = (who: Scope, id: string) => withTenant(who, (tx) => outbox(who, tx).find(id), { readOnly: true });
const list = (who: Scope, wish: Partial<Parameters<ReturnType<typeof outbox>["list"]>[0]> = {}) =>
  withTenant(who, (tx) => outbox(who, tx).list({ state: null, query: "", skip: 0, take: 50, ...wish }), { readOnly: true });

describe("the outbox page", () => {
  it("lists the organisation's own mail, newest first, narrowed by state and words", async () => {
    expect((await list(scope)).mails.map((mail) => mail.to)).toEqual(["second@example.dk", "first@example.dk"]);
    expect((await list(scope, { query: "FIRST" })).mails.map((mail) => mail.to)).toEqual(["first@example.dk"]);
    expect(await list(scope, { state: "sent" })).toEqual({ mails: [], total: 0 });
    expect(await list(stranger)).toEqual({ mails: [], total: 0 });
  });

  it("shows the link only where no mail server is set, and nothing to another organisation", async () => {
    useMailServer("");
    expect(JSON.stringify(await find(scope, mailId))).toContain("http://localhost:3000/reset/abc");
    useMailServer("smtp://127.0.0.1:1");
    expect(JSON.stringify(await find(scope, mailId))).not.toContain("/reset/abc");
    expect(await find(stranger, mailId)).toBeNull();
    expect(await find(scope, "nope")).toBeNull();
  });

  it("has a refused mail tried again at once, with an entry in the trail", async () => {
    useMailServer("smtp://127.0.0.1:1");
    await sql("update outbox set state = 'failed', last_error = 'refused' where id = $1", [mailId]);
    expect(await withTenant(scope, (tx) => retryMail(tx, scope, mailId))).toBe(true);
    expect(await find(scope, mailId)).toMatchObject({ state: "again" });
    expect(await sql("select count(*)::int as jobs from pgboss.job where data->>'mailId' = $1", [mailId])).toEqual([{ jobs: 2 }]);
    expect(await sql("select action, actor_name from audit_event where subject_id = $1", [mailId])).toEqual([{ action: "mail.retried", actor_name: "Kim" }]);
  });

  it("tries nothing that is sent, another's, or without a mail server", async () => {
    expect(await withTenant(stranger, (tx) => retryMail(tx, stranger, mailId))).toBe(false);
    await sql("update outbox set state = 'sent', sent_at = now() where id = $1", [mailId]);
    expect(await withTenant(scope, (tx) => retryMail(tx, scope, mailId))).toBe(false);
    useMailServer("");
    expect(await withTenant(scope, (tx) => retryMail(tx, scope, mailId))).toBe(false);
  });
});
