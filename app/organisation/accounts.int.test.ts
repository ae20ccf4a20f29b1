import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sessionHash, signedIn } from "#app/auth/session.server.ts";
import { signIn } from "#app/auth/sign-in.server.ts";
import { hashOf } from "#app/auth/secrets.server.ts";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { connected } from "#app/stack/roles.server.ts";
import { firstRunPath } from "#app/stack/first-run.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { newCvr, newScope } from "#tests/support/factories.ts";
import { cookieOf, givePassword, requestWith, tokenFor } from "#tests/support/sign-in-scene.ts";
import { changePassword } from "./change-password.server.ts";
import { changeProfile } from "./change-profile.server.ts";
import { createFirstOrganisation, isFirstRunOpen } from "./create-first-organisation.server.ts";
import { requestReset } from "./request-reset.server.ts";
import { isResetOpen, resetPassword } from "./reset-password.server.ts";
import { switchOrganisation } from "./switch-organisation.server.ts";

const at = new Date("2026-11-22T10:00:00Z");
const [old, next] = ["kanel fløjte bogreol", "havgus over broen 7"];
let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  useDb(database.runtimeUrl);
});
afterAll(async () => {
  await closeDb();
  await database.close();
});

const rows = (sql: string, values: unknown[] = []) => connected(database.ownerUrl, async (client) => (await client.query<Record<string, unknown>>(sql, values)).rows);
const mailsTo = async (email: string) => (await rows("select kind from outbox where to_email = $1 order by created_at", [email])).map(({ kind }) => kind);
const trail = async (organisationId: string) => (await rows("select action from audit_event where organisation_id = $1 order by id", [organisationId])).map(({ action }) => action);
async function somebody() {
  const scope = await newScope(database.ownerUrl, ["caseworker"]);
  return { ...scope, email: await givePassword(database.ownerUrl, scope.personId, old) };
}
const person = async (cookie: string) => {
  const found = await signedIn(requestWith(cookie));
  if (!found) throw new Error("not signed in");
  return found;
};

// First, while the database is still empty.
describe("first run", () => {
  const founder = { organisation: "Lægehuset Vest", email: "Mette@Vest.example", name: "Mette Holm", title: "", password: old, language: "da", isController: true, isProcessor: true } as const;

  it("creates one organisation with its administrator, once", async () => {
    const [earlier, token] = [await firstRunPath(database.ownerUrl), await firstRunPath(database.ownerUrl)].map((path) => path?.split("/").at(-1) ?? "") as [string, string];
    expect(await isFirstRunOpen(earlier)).toBe(false);
    expect(await isFirstRunOpen(token)).toBe(true);
    expect(await createFirstOrganisation({ ...founder, cvr: newCvr(), token, password: "password1234" })).toEqual({ ok: false, reason: "common" });
    const tries = await Promise.all([1, 2].map(() => createFirstOrganisation({ ...founder, cvr: newCvr(), token })));
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await rows("select roles from membership")).toEqual([{ roles: ["administrator", "caseworker", "dpo", "respondent", "signatory"] }]);
    expect(await signIn("mette@vest.example", old)).toMatchObject({ step: "signed-in" });
    expect(await isFirstRunOpen(token)).toBe(false);
    expect(await firstRunPath(database.ownerUrl)).toBeNull();
  });
});

describe("a forgotten password", () => {
  it("is replaced by a link that works once, ends every session and is told by mail", async () => {
    const who = await somebody();
    const cookie = await cookieOf(who.personId);
    await requestReset(who.email.toUpperCase());
    const token = await tokenFor(database.ownerUrl, who.email);
    expect(await rows("select 1 from one_time_token where hash = $1", [token])).toEqual([]);
    expect(await rows("select kind from one_time_token where hash = $1", [hashOf(token)])).toEqual([{ kind: "reset" }]);
    expect(await isResetOpen(token)).toBe(true);
    expect(await resetPassword({ token, password: "kort", language: "da", at })).toEqual({ ok: false, reason: "too-short" });
    const tries = await Promise.all([1, 2].map(() => resetPassword({ token, password: next, language: "da", at })));
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await resetPassword({ token, password: "noget tredje igen", language: "da", at })).toEqual({ ok: false, reason: "gone" });
    expect(await signIn(who.email, old)).toEqual({ step: "refused" });
    expect(await signIn(who.email, next)).toMatchObject({ step: "signed-in" });
    expect(await signedIn(requestWith(cookie))).toBeNull();
    expect(await mailsTo(who.email)).toEqual(["password-reset", "password-changed"]);
    expect(await trail(who.organisationId)).toEqual(["password.reset-requested", "password.reset"]);
  });

  it("has one open link at a time, for half an hour", async () => {
    const who = await somebody();
    await requestReset(who.email);
    const first = await tokenFor(database.ownerUrl, who.email);
    await requestReset(who.email);
    const second = await tokenFor(database.ownerUrl, who.email);
    expect(await isResetOpen(first)).toBe(false);
    expect(await rows("select round(extract(epoch from expires_at - now()) / 60)::int as minutes from one_time_token where hash = $1", [hashOf(second)])).toEqual([{ minutes: 30 }]);
    await rows("update one_time_token set expires_at = now() - interval '1 second' where hash = $1", [hashOf(second)]);
    expect(await isResetOpen(second)).toBe(false);
    expect(await resetPassword({ token: second, password: next, language: "da", at })).toEqual({ ok: false, reason: "gone" });
  });

  it("answers an unknown address and a closed account the same, in the same time, and writes nothing", async () => {
    const [who, closed] = [await somebody(), await somebody()];
    await rows("update person set disabled_at = now() where id = $1", [closed.personId]);
    const took: number[] = [];
    for (const email of [who.email, "ingen@example.dk", closed.email]) {
      const begun = performance.now();
      expect(await requestReset(email)).toBeUndefined();
      took.push(performance.now() - begun);
    }
    expect(Math.min(...took)).toBeGreaterThanOrEqual(395);
    expect(await mailsTo("ingen@example.dk")).toEqual([]);
    expect(await mailsTo(closed.email)).toEqual([]);
  });
});

describe("one's own password", () => {
  it("asks for the present one, ends the other sessions and not this one", async () => {
    const who = await somebody();
    const [here, there] = [await cookieOf(who.personId), await cookieOf(who.personId)];
    const wish = { present: old, next, sessionHash: sessionHash(requestWith(here)), at };
    expect(await changePassword(await person(here), { ...wish, present: "noget helt andet" })).toEqual({ ok: false, reason: "wrong-password" });
    expect(await changePassword(await person(here), { ...wish, next: `min mail er ${who.email}` })).toEqual({ ok: false, reason: "own-words" });
    expect(await signedIn(requestWith(there))).not.toBeNull();
    expect(await changePassword(await person(here), wish)).toEqual({ ok: true });
    expect(await signedIn(requestWith(here))).not.toBeNull();
    expect(await signedIn(requestWith(there))).toBeNull();
    expect(await signIn(who.email, next)).toMatchObject({ step: "signed-in" });
    expect(await mailsTo(who.email)).toEqual(["password-changed"]);
    expect(await trail(who.organisationId)).toEqual(["password.changed"]);
  });
});

describe("one's own details", () => {
  it("change in every organisation, with one entry for a change and none for none", async () => {
    const who = await somebody();
    const cookie = await cookieOf(who.personId);
    const after = { name: "Mette Lund", title: "Jurist", locale: "en" } as const;
    await changeProfile(await person(cookie), after);
    await changeProfile(await person(cookie), after);
    expect(await signedIn(requestWith(cookie))).toMatchObject(after);
    expect(await rows("select name, title from membership where person_id = $1", [who.personId])).toEqual([{ name: "Mette Lund", title: "Jurist" }]);
    expect(await trail(who.organisationId)).toEqual(["person.changed"]);
  });
});

describe("switching organisation", () => {
  it("goes where one is a member, and nowhere else", async () => {
    const [who, other, foreign] = [await somebody(), await newScope(database.ownerUrl), await newScope(database.ownerUrl)];
    await rows("insert into membership (organisation_id, person_id, name, email, roles) values ($1, $2, 'x', $3, '{reader}')", [other.organisationId, who.personId, who.email]);
    const cookie = await cookieOf(who.personId);
    const hash = sessionHash(requestWith(cookie));
    expect(await switchOrganisation(hash, other.organisationId)).toBe(true);
    expect((await person(cookie)).membership).toMatchObject({ organisationId: other.organisationId, roles: ["reader"] });
    for (const target of [foreign.organisationId, "nonsense", ""]) expect(await switchOrganisation(hash, target)).toBe(false);
    await rows("update membership set active = false where organisation_id = $1 and person_id = $2", [other.organisationId, who.personId]);
    expect(await switchOrganisation(hash, other.organisationId)).toBe(false);
    expect((await person(cookie)).membership).toBeNull();
  });
});
