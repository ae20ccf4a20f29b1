import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { connected } from "#app/stack/roles.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { newScope, newTenant } from "#tests/support/factories.ts";
import { cookieOf, givePassword, requestWith } from "#tests/support/sign-in-scene.ts";
import { requireController, requireMember, requirePerson, requireProcessor } from "./guard.server.ts";
import { hashPassword } from "./passwords.server.ts";
import { endSession, sessionHash, signedIn, startSession, withSession } from "./session.server.ts";
import { signIn } from "./sign-in.server.ts";

let database: FreshDatabase;
let scope: Scope;
beforeAll(async () => {
  database = await freshDatabase();
  useDb(database.runtimeUrl);
  scope = await newScope(database.ownerUrl, ["caseworker"]);
});
afterAll(async () => {
  await closeDb();
  await database.close();
});

const rows = (sql: string, values: unknown[] = []) => connected(database.ownerUrl, async (client) => (await client.query<Record<string, unknown>>(sql, values)).rows);
const age = (cookie: string, seen: string, begun = "0") =>
  rows("update session set last_seen_at = now() - $2::interval, created_at = now() - $3::interval where id_hash = $1", [sessionHash(requestWith(cookie)), seen, begun]);
const refusal = async (asked: Promise<unknown>) => {
  const thrown: unknown = await asked.then(() => null, (error: unknown) => error);
  if (!(thrown instanceof Response)) throw new Error("nothing was refused");
  return { status: thrown.status, to: thrown.headers.get("Location") };
};

describe("a session", () => {
  it("says who one is and for whom one works", async () => {
    const person = await signedIn(requestWith(await cookieOf(scope.personId)));
    expect(person).toMatchObject({ personId: scope.personId, locale: "da", membership: { organisationId: scope.organisationId, isController: true, isProcessor: false, roles: ["caseworker"] } });
  });

  it("keeps no id that would open it: the hash from the database is no cookie", async () => {
    const cookie = await cookieOf(scope.personId);
    const hash = sessionHash(requestWith(cookie));
    expect(await rows("select 1 as found from session where id_hash = $1", [hash])).toEqual([{ found: 1 }]);
    expect(await rows("select 1 from session where id_hash = $1", [cookie.split("=")[1]])).toEqual([]);
    expect(await signedIn(requestWith(`session=${hash}`))).toBeNull();
  });

  it.each([
    ["idle just under an hour", "59 minutes 50 seconds", "2 hours", true],
    ["idle for an hour", "60 minutes 1 second", "2 hours", false],
    ["just under twelve hours old and busy", "0", "11 hours 59 minutes 50 seconds", true],
    ["twelve hours old, however busy", "0", "12 hours 1 second", false],
  ])("%s", async (_what, seen, begun, alive) => {
    const cookie = await cookieOf(scope.personId);
    await age(cookie, seen, begun);
    expect((await signedIn(requestWith(cookie))) !== null).toBe(alive);
    const entered = withSession(requestWith(cookie), { side: "controller" }, async () => "in");
    if (alive) expect(await entered).toBe("in");
    else expect(await refusal(entered)).toMatchObject({ status: 401 });
  });

  it("moves 'last seen' at most once a minute", async () => {
    const cookie = await cookieOf(scope.personId);
    const seen = async () => (await rows("select extract(epoch from now() - last_seen_at)::int as age from session where id_hash = $1", [sessionHash(requestWith(cookie))]))[0]?.age;
    await age(cookie, "50 seconds");
    await signedIn(requestWith(cookie));
    expect(await seen()).toBeGreaterThanOrEqual(50);
    await age(cookie, "70 seconds");
    await signedIn(requestWith(cookie));
    expect(await seen()).toBeLessThan(10);
    await age(cookie, "70 seconds");
    await withSession(requestWith(cookie), { side: "controller" }, async () => null);
    expect(await seen()).toBeLessThan(10);
  });

  it("is looked up once for all loaders of one request, and again for the next", async () => {
    const cookie = await cookieOf(scope.personId);
    const inOne = (id: string) => requestWith(cookie, "/", { headers: { "X-Request-Id": id } });
    const first = signedIn(inOne("one"));
    expect(signedIn(inOne("one"))).toBe(first);
    expect(signedIn(inOne("two"))).not.toBe(first);
    expect(await signedIn(requestWith(`session=other`, "/", { headers: { "X-Request-Id": "one" } }))).toBeNull();
  });

  it("ends in the database when signing out, not just in the browser", async () => {
    const cookie = await cookieOf(scope.personId);
    expect(await endSession(requestWith(cookie))).toMatch(/^session=; .*Max-Age=0/);
    expect(await signedIn(requestWith(cookie))).toBeNull();
  });

  it("ends with a closed account, and without membership opens no organisation", async () => {
    const gone = await newScope(database.ownerUrl);
    const cookie = await cookieOf(gone.personId);
    await rows("update membership set active = false where person_id = $1", [gone.personId]);
    expect((await signedIn(requestWith(cookie)))?.membership).toBeNull();
    expect(await refusal(requireController(requestWith(cookie)))).toEqual({ status: 404, to: null });
    await rows("update person set disabled_at = now() where id = $1", [gone.personId]);
    expect(await signedIn(requestWith(cookie))).toBeNull();
  });
});

describe("the cookie", () => {
  const under = async (publicUrl: string) => {
    process.env.PUBLIC_URL = publicUrl;
    delete (globalThis as { portalSettings?: unknown }).portalSettings;
    try {
      return await startSession(scope.personId, requestWith(""));
    } finally {
      delete process.env.PUBLIC_URL;
      delete (globalThis as { portalSettings?: unknown }).portalSettings;
    }
  };

  it("is bound to the host where the portal is reached by TLS", async () => {
    const cookie = await under("https://portal.example.dk");
    expect(cookie).toMatch(/^__Host-session=[a-z0-9]{40}; /);
    for (const part of ["HttpOnly", "Secure", "SameSite=Lax", "Path=/"]) expect(cookie.split("; ")).toContain(part);
    expect(cookie).not.toMatch(/Domain/i);
  });

  it("has a plain name over http on this machine", async () => {
    const cookie = await under("http://localhost:3000");
    expect(cookie).toMatch(/^session=[a-z0-9]{40}; /);
    expect(cookie.split("; ")).toEqual(expect.arrayContaining(["HttpOnly", "SameSite=Lax", "Path=/"]));
  });
});

describe("guards", () => {
  it("lead to sign-in and back to the page asked for", async () => {
    expect(await refusal(requirePerson(requestWith("", "/agreements?page=2")))).toEqual({ status: 302, to: "/sign-in?next=%2Fagreements%3Fpage%3D2" });
    expect(await refusal(requireController(requestWith("session=nonsense", "/overview", { method: "POST" })))).toEqual({ status: 302, to: "/sign-in?next=%2Foverview" });
    expect(await refusal(requirePerson(requestWith("", "/")))).toEqual({ status: 302, to: "/sign-in" });
  });

  it("know side and role: the other side is absent, a lacking role is refused", async () => {
    const cookie = await cookieOf(scope.personId);
    expect((await requireController(requestWith(cookie), "caseworker", "dpo")).scope).toEqual(scope);
    expect(await refusal(requireProcessor(requestWith(cookie)))).toEqual({ status: 404, to: null });
    expect(await refusal(requireController(requestWith(cookie), "dpo"))).toEqual({ status: 403, to: null });
    expect((await requireMember(requestWith(cookie))).scope.side).toBe("controller");
    expect(await refusal(requireMember(requestWith(cookie), "administrator"))).toEqual({ status: 403, to: null });
    expect(await refusal(withSession(requestWith(cookie), { side: "processor" }, async () => null))).toMatchObject({ status: 404 });
    expect(await refusal(withSession(requestWith(cookie), { side: "controller", roles: ["dpo"] }, async () => null))).toMatchObject({ status: 403 });
  });

  it("take the chosen side where an organisation has both", async () => {
    const tenant = await newTenant(database.ownerUrl, { sides: ["controller", "processor"] });
    const both = await newScope(database.ownerUrl, ["reader"], { tenant });
    const cookie = await cookieOf(both.personId);
    expect((await requireMember(requestWith(cookie))).scope.side).toBe("controller");
    expect((await requireMember(requestWith(`${cookie}; side=processor`))).scope.side).toBe("processor");
  });

  it("set the context of the one transaction, and undo it with its failure", async () => {
    const cookie = await cookieOf(scope.personId);
    const name = await withSession(requestWith(cookie), { side: "controller" }, async (tx, within) => {
      const own = await tx.organisation.findMany({ select: { id: true } });
      expect(own).toEqual([{ id: within.organisationId }]);
      return within.organisationName;
    });
    expect(name).toBe(scope.organisationName);
    const failing = withSession(requestWith(cookie), { side: "controller" }, async (tx) => {
      await tx.organisation.updateMany({ data: { name: "never" } });
      throw new Error("the business failed");
    });
    await expect(failing).rejects.toThrow("the business failed");
    expect(await rows("select name from organisation where id = $1", [scope.organisationId])).toEqual([{ name: scope.organisationName }]);
  });
});

describe("signing in", () => {
  const password = "kanel fløjte bogreol";

  it("takes the right password, whatever the case of the address and however the letters are composed", async () => {
    const who = await newScope(database.ownerUrl);
    const email = await givePassword(database.ownerUrl, who.personId, password);
    expect(await signIn(` ${email.toUpperCase()} `, password.normalize("NFD"))).toEqual({ step: "signed-in", personId: who.personId });
  });

  it("answers the same, after the same work, to a wrong password, an unknown address, a closed account and one without a password", async () => {
    const [who, closed, bare] = [await newScope(database.ownerUrl), await newScope(database.ownerUrl), await newScope(database.ownerUrl)];
    const email = await givePassword(database.ownerUrl, who.personId, password);
    const closedEmail = await givePassword(database.ownerUrl, closed.personId, password);
    await rows("update person set disabled_at = now() where id = $1", [closed.personId]);
    const least: number[] = [];
    for (const [address, tried] of [[email, "noget helt andet"], ["ingen@example.dk", password], [closedEmail, password], [`${bare.personId}@example.dk`, password]] as const) {
      const work: number[] = [];
      for (let round = 0; round < 5; round += 1) {
        const before = process.cpuUsage();
        expect(await signIn(address, tried)).toEqual({ step: "refused" });
        const { user, system } = process.cpuUsage(before);
        work.push(user + system);
      }
      least.push(Math.min(...work));
    }
    // Work is counted in time of the processor, which a busy machine leaves alone. Without the dummy hash an unknown address would cost a tenth.
    expect(Math.min(...least)).toBeGreaterThan(Math.max(...least) / 3);
  });

  it("renews a hash of an older cost, and the password still holds", async () => {
    const who = await newScope(database.ownerUrl);
    const email = await givePassword(database.ownerUrl, who.personId, password);
    const { hash } = await import("@node-rs/argon2");
    await rows("update person set password_hash = $2 where id = $1", [who.personId, await hash(password.normalize("NFC"), { memoryCost: 8192, timeCost: 1 })]);
    for (let round = 0; round < 2; round += 1) expect(await signIn(email, password)).toMatchObject({ step: "signed-in" });
    const [row] = await rows("select password_hash from person where id = $1", [who.personId]);
    expect(row?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await hashPassword(password)).toMatch(/^\$argon2id\$/);
  });

  it("has a place for more: a check may refuse beforehand, or ask for a further step", async () => {
    const who = await newScope(database.ownerUrl);
    const email = await givePassword(database.ownerUrl, who.personId, password);
    expect(await signIn(email, password, [{ before: async () => "refuse" }])).toEqual({ step: "refused" });
    const next = { kind: "code", personId: who.personId };
    expect(await signIn(email, password, [{ after: async () => next }])).toEqual({ step: "further", next });
  });
});
