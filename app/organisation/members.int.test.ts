import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { connected } from "#app/stack/roles.server.ts";
import type { Role, Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { newProcessor, newScope } from "#tests/support/factories.ts";
import { tokenFor } from "#tests/support/sign-in-scene.ts";
import { acceptInvitation } from "./accept-invitation.server.ts";
import { changeRoles } from "./change-roles.server.ts";
import { changeSettings } from "./change-settings.server.ts";
import { deactivateMember } from "./deactivate-member.server.ts";
import { inviteMember } from "./invite-member.server.ts";
import { members } from "./members.server.ts";
import { ownOrganisation } from "./organisations.server.ts";

let database: FreshDatabase;
let boss: Scope;
beforeAll(async () => {
  database = await freshDatabase();
  useDb(database.runtimeUrl);
});
beforeEach(async () => {
  boss = await newScope(database.ownerUrl, ["administrator"]);
});
afterAll(async () => {
  await closeDb();
  await database.close();
});

const rows = (sql: string, values: unknown[] = []) => connected(database.ownerUrl, async (client) => (await client.query<Record<string, unknown>>(sql, values)).rows);
const colleague = (...roles: Role[]) => newScope(database.ownerUrl, roles, { tenant: { id: boss.organisationId, name: boss.organisationName } });
const membership = async (who: Scope) => {
  const found = (await withTenant(boss, (tx) => members(boss, tx).list(), { readOnly: true })).find(({ personId }) => personId === who.personId);
  if (!found) throw new Error("not a member");
  return { memberId: found.id, version: found.version, roles: found.roles, active: found.active };
};
const trail = async () => (await rows("select action from audit_event where organisation_id = $1 order by id", [boss.organisationId])).map(({ action }) => action);

describe("changing roles", () => {
  it("gives exactly the chosen ones, once, with one entry", async () => {
    const one = await colleague("reader");
    const { memberId, version } = await membership(one);
    expect(await changeRoles(boss, { memberId, version, roles: ["dpo", "caseworker"] })).toEqual({ ok: true });
    expect(await membership(one)).toMatchObject({ roles: ["caseworker", "dpo"], version: version + 1 });
    expect(await trail()).toEqual(["member.roles-changed"]);
    expect(await changeRoles(boss, { memberId, version, roles: ["reader"] })).toEqual({ ok: false, reason: "changed-meanwhile" });
    expect(await trail()).toHaveLength(1);
  });

  it("refuses roles of the other side, and members of another organisation", async () => {
    const one = await membership(await colleague("reader"));
    expect(await changeRoles(boss, { ...one, roles: ["signatory"] })).toEqual({ ok: false, reason: "no-role" });
    expect(await changeRoles(boss, { ...one, roles: [] })).toEqual({ ok: false, reason: "no-role" });
    const stranger = await newScope(database.ownerUrl, ["administrator"]);
    expect(await changeRoles(stranger, { ...one, roles: ["dpo"] })).toEqual({ ok: false, reason: "gone" });
    expect(await deactivateMember(stranger, one)).toEqual({ ok: false, reason: "gone" });
  });
});

describe("the last administrator", () => {
  it("can neither give it up nor be removed", async () => {
    const own = await membership(boss);
    expect(await changeRoles(boss, { ...own, roles: ["reader"] })).toEqual({ ok: false, reason: "last-administrator" });
    expect(await deactivateMember(boss, own)).toEqual({ ok: false, reason: "last-administrator" });
    const second = await colleague("administrator");
    expect(await deactivateMember(boss, own)).toEqual({ ok: false, reason: "yourself" });
    expect(await changeRoles(boss, { ...own, roles: ["reader"] })).toEqual({ ok: true });
    expect(await deactivateMember(second, await membership(boss))).toEqual({ ok: true });
    expect(await deactivateMember(second, await membership(second))).toEqual({ ok: false, reason: "last-administrator" });
  });

  it("remains when two remove one another at the same moment", async () => {
    const second = await colleague("administrator");
    const [own, other] = [await membership(boss), await membership(second)];
    const both = await Promise.all([deactivateMember(boss, other), deactivateMember(second, own)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await rows("select count(*)::int as left from membership where organisation_id = $1 and active and 'administrator' = any(roles)", [boss.organisationId])).toEqual([{ left: 1 }]);
  });
});

describe("removing a member", () => {
  it("takes roles too, so that a later invitation gives only what it names", async () => {
    const one = await colleague("dpo", "caseworker");
    expect(await deactivateMember(boss, await membership(one))).toEqual({ ok: true });
    expect(await membership(one)).toMatchObject({ active: false, roles: [] });
    const email = `${one.personId}@example.dk`;
    expect(await inviteMember(boss, { email, name: "", roles: ["reader"], language: "da", at: new Date() })).toMatchObject({ ok: true });
    expect(await acceptInvitation({ token: await tokenFor(database.ownerUrl, email), by: { personId: one.personId }, organisation: null })).toMatchObject({ ok: true });
    expect(await membership(one)).toMatchObject({ active: true, roles: ["reader"] });
  });
});

describe("settings", () => {
  const now = () => withTenant(boss, (tx) => ownOrganisation(boss, tx).get(), { readOnly: true });

  it("change name, threshold and sides, and tell what changed", async () => {
    const { version } = await now();
    expect(await changeSettings(boss, { name: "Nyt navn", threshold: 90, isController: true, isProcessor: true, version })).toEqual({ ok: true });
    expect(await now()).toMatchObject({ name: "Nyt navn", threshold: 90, isProcessor: true, version: version + 1 });
    const [entry] = await rows("select action, detail from audit_event where organisation_id = $1", [boss.organisationId]);
    expect(entry).toMatchObject({ action: "organisation.changed", detail: { name: { before: boss.organisationName, after: "Nyt navn" }, threshold: { before: 85, after: 90 }, isProcessor: { before: false, after: true } } });
    expect(await changeSettings(boss, { name: "For sent", isController: true, isProcessor: true, version })).toEqual({ ok: false, reason: "changed-meanwhile" });
  });

  it("leave the threshold when it is not given, and always keep a side", async () => {
    const { version } = await now();
    expect(await changeSettings(boss, { name: "A", isController: false, isProcessor: false, version })).toEqual({ ok: false, reason: "no-side" });
    expect(await changeSettings(boss, { name: "A", isController: false, isProcessor: true, version })).toEqual({ ok: true });
    expect(await now()).toMatchObject({ threshold: 85, isController: false });
  });

  it("do not give up a side with something on it", async () => {
    await newProcessor({ ...boss, roles: ["caseworker"] });
    const { version } = await now();
    expect(await changeSettings(boss, { name: "A", isController: false, isProcessor: true, version })).toEqual({ ok: false, reason: "side-in-use" });
  });
});
