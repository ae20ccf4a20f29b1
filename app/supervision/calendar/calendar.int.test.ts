import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { planLines } from "#app/agreement/plan/plan-lines.server.ts";
import { setReviewDay } from "#app/agreement/plan/set-review-day.server.ts";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { connected } from "#app/stack/roles.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { newScope, newScoredAgreement } from "#tests/support/factories.ts";
import { feeds } from "./feeds.server.ts";
import { makeLink } from "./make-link.server.ts";
import { readCalendar } from "./read-calendar.server.ts";
import { revokeLink } from "./revoke-link.server.ts";

const at = new Date("2026-11-22T10:00:00Z");
let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  useDb(database.runtimeUrl);
});
afterAll(async () => {
  await closeDb();
  await database.close();
});

const sql = (text: string, ...values: unknown[]) => connected(database.ownerUrl, (client) => client.query(text, values));
const read = (token: string) => readCalendar(token, { today: "2026-11-22", origin: "https://tilsyn.example" });
const make = (who: Scope) => withTenant(who, (tx) => makeLink(tx, who, "da", at));
/** What a calendar says, unfolded: day and summary of each entry. */
const entries = (text: string | null) => [...(text ?? "").replace(/\r\n[ \t]/g, "").matchAll(/DTSTART;VALUE=DATE:(\d{8})[\s\S]*?SUMMARY:(.*?)\r\n/g)].map(([, day, summary]) => `${day} ${summary}`);
async function scene() {
  const own = await newScope(database.ownerUrl, ["caseworker"]);
  const id = await newScoredAgreement(own, { title: "Journal; drift, og æøå", contacts: [{ side: "processor", role: "DPO", name: "Hemmelig Person", email: "hemmelig@example.dk", phone: "" }] });
  for (const [kind, concept, nextDueOn] of [["primary", 5, "2026-11-01"], ["supplement", 3, "2027-06-01"], ["supplement", 6, "2031-01-01"]] as const) {
    await withTenant(own, (tx) => planLines(tx, own).add({ agreementId: id, kind, concept, intervalMonths: 24, nextDueOn }));
  }
  return { own, id, token: await make(own) };
}

describe("a calendar link", () => {
  it("tells what is due and what is overdue, and nothing of people", async () => {
    const { own, id, token } = await scene();
    await newScoredAgreement(await newScope(database.ownerUrl), { title: "En andens" });
    await withTenant(own, (tx) => setReviewDay(tx, own, "12-01"));
    const text = await read(token);
    expect(entries(text)).toEqual([
      "20261122 Overskredet siden 1. nov. 2026: Journal\\; drift\\, og æøå (koncept 5)", "20270601 Tilsyn: Journal\\; drift\\, og æøå (koncept 3)",
      "20261201 Gennemgang af alle databehandlere", "20271201 Gennemgang af alle databehandlere",
    ]);
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n[\s\S]*END:VCALENDAR/);
    expect(text?.replace(/\r\n[ \t]/g, "")).toContain(`https://tilsyn.example/agreements/${id}`);
    expect(text).not.toMatch(/Hemmelig|hemmelig@|ATTENDEE|ORGANIZER/);
    expect(text?.split("\r\n").every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(await withTenant(own, (tx) => feeds(tx, own).find())).toMatchObject({ lastReadAt: expect.any(String) });
  });

  it("speaks the language its bearer reads", async () => {
    const { own, token } = await scene();
    await sql("update person set locale = 'en' where id = $1", own.personId);
    expect(entries(await read(token))[0]).toBe("20261122 Overdue since 1 Nov 2026: Journal\\; drift\\, og æøå (concept 5)");
  });

  it("is kept as a fingerprint only", async () => {
    const { token } = await scene();
    const { rows } = await sql("select token_hash from calendar_feed");
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(await read("")).toBeNull();
    expect(await read(String((rows[0] as { token_hash: string }).token_hash))).toBeNull();
  });

  it("works no more once it is renewed or revoked", async () => {
    const { own, token } = await scene();
    const renewed = await make(own);
    expect(await read(token)).toBeNull();
    expect(entries(await read(renewed))).toHaveLength(2);
    await withTenant(own, (tx) => revokeLink(tx, own, at));
    expect(await read(renewed)).toBeNull();
    expect(await withTenant(own, (tx) => feeds(tx, own).find())).toBeNull();
    const { rows } = await sql("select action from audit_event where organisation_id = $1 and action like 'calendar.%' order by id", own.organisationId);
    expect(rows.map(({ action }: { action: string }) => action)).toEqual(["calendar.link-made", "calendar.link-made", "calendar.link-revoked"]);
  });

  it.each([
    ["the membership ended", "update membership set active = false where person_id = $1"],
    ["the person is shut out", "update person set disabled_at = now() where id = $1"],
    ["the organisation is a controller no more", "update organisation set is_controller = false, is_processor = true where id = (select organisation_id from membership where person_id = $1)"],
  ])("works no more when %s", async (_name, change) => {
    const { own, token } = await scene();
    expect(await read(token)).not.toBeNull();
    await sql(change, own.personId);
    expect(await read(token)).toBeNull();
  });

  it("of a colleague is not ended by one's own", async () => {
    const { own, token } = await scene();
    const other = await newScope(database.ownerUrl, ["reader"], { tenant: { id: own.organisationId, name: own.organisationName } });
    await make(other);
    await withTenant(other, (tx) => revokeLink(tx, other, at));
    expect(await read(token)).not.toBeNull();
  });
});
