import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signIn } from "#app/auth/sign-in.server.ts";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { connected } from "#app/stack/roles.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { newCvr, newProcessor, newScope, newTenant, serial } from "#tests/support/factories.ts";
import { tokenFor } from "#tests/support/sign-in-scene.ts";
import { acceptInvitation, openInvitation } from "./accept-invitation.server.ts";
import { invitations } from "./invitations.server.ts";
import { inviteMember } from "./invite-member.server.ts";
import { inviteProcessor } from "./invite-processor.server.ts";
import { resendInvitation } from "./resend-invitation.server.ts";
import { revokeInvitation } from "./revoke-invitation.server.ts";

const at = new Date("2026-11-22T10:00:00Z");
const password = "kanel fløjte bogreol";
const newcomer = { name: "Anne Drift", title: "Driftschef", language: "da", password } as const;
let database: FreshDatabase;
let scope: Scope;
beforeAll(async () => {
  database = await freshDatabase();
  useDb(database.runtimeUrl);
  scope = await newScope(database.ownerUrl, ["administrator", "caseworker"]);
});
afterAll(async () => {
  await closeDb();
  await database.close();
});

const rows = (sql: string, values: unknown[] = []) => connected(database.ownerUrl, async (client) => (await client.query<Record<string, unknown>>(sql, values)).rows);
const address = () => `person${serial()}@ny.example`;
const trail = async (organisationId: string) => (await rows("select action from audit_event where organisation_id = $1 order by id", [organisationId])).map(({ action }) => action);
const membershipsOf = (email: string) => rows("select m.organisation_id, m.roles, m.active from membership m join person p on p.id = m.person_id where p.email = $1", [email]);
const accept = (token: string, by: Parameters<typeof acceptInvitation>[0]["by"] = newcomer, organisation: { name: string; cvr: string | null } | null = null) => acceptInvitation({ token, by, organisation });

async function invited(roles: readonly string[] = ["caseworker"], email = address()) {
  const made = await inviteMember(scope, { email, name: "Anne", roles, language: "da", at });
  if (!made.ok) throw new Error(made.reason);
  await rows("update invitation set expires_at = now() + interval '14 days' where id = $1", [made.invitationId]);
  return { email, id: made.invitationId, token: await tokenFor(database.ownerUrl, email) };
}

async function processorInvited(given: { cvr?: string; email?: string } = {}) {
  const processorId = await newProcessor(scope, { cvr: given.cvr ?? newCvr() });
  const email = given.email ?? address();
  const made = await withTenant(scope, (tx) => inviteProcessor(tx, scope, { processorId, email, name: "Anne", language: "da", at }));
  if (!made.ok) throw new Error(made.reason);
  await rows("update invitation set expires_at = now() + interval '14 days' where id = $1", [made.invitationId]);
  return { processorId, email, id: made.invitationId, token: await tokenFor(database.ownerUrl, email) };
}

describe("inviting a colleague", () => {
  it("writes one invitation for fourteen days, one mail with the link and one entry, and keeps no token", async () => {
    const email = address();
    const made = await inviteMember(scope, { email: ` ${email.toUpperCase()}`, name: "Anne", roles: ["dpo"], language: "da", at });
    expect(made.ok).toBe(true);
    const [row] = await rows("select kind, roles, expires_at, token_hash, invited_by_name from invitation where email = $1", [email]);
    expect(row).toMatchObject({ kind: "member", roles: ["dpo"], expires_at: new Date("2026-12-06T10:00:00Z"), invited_by_name: scope.personName });
    const token = await tokenFor(database.ownerUrl, email);
    expect(token.length).toBe(43);
    expect(row?.token_hash).not.toBe(token);
    expect(await rows("select count(*)::int as found from outbox where to_email = $1 and kind = 'invitation-member'", [email])).toEqual([{ found: 1 }]);
    expect((await trail(scope.organisationId)).at(-1)).toBe("invitation.sent");
  });

  it("refuses a member, and roles the organisation cannot give, without a trace", async () => {
    const { email, token } = await invited();
    expect(await accept(token)).toMatchObject({ ok: true });
    const before = await trail(scope.organisationId);
    expect(await inviteMember(scope, { email, name: "", roles: ["dpo"], language: "da", at })).toEqual({ ok: false, reason: "already-member" });
    expect(await inviteMember(scope, { email: address(), name: "", roles: ["signatory"], language: "da", at })).toEqual({ ok: false, reason: "no-role" });
    expect(await trail(scope.organisationId)).toEqual(before);
  });
});

describe("accepting as somebody new", () => {
  it("makes person and membership with exactly the invitation's roles, and the password holds", async () => {
    const { email, token } = await invited(["caseworker", "reader"]);
    expect(await openInvitation(token)).toMatchObject({ state: "open", kind: "member", email, organisationName: scope.organisationName, hasAccount: false });
    const done = await accept(token);
    expect(done).toMatchObject({ ok: true, organisationId: scope.organisationId });
    expect(await membershipsOf(email)).toEqual([{ organisation_id: scope.organisationId, roles: ["caseworker", "reader"], active: true }]);
    expect(await signIn(email, password)).toMatchObject({ step: "signed-in" });
    expect((await trail(scope.organisationId)).at(-1)).toBe("invitation.accepted");
  });

  it("works once, also when two try at the same moment", async () => {
    const { email, token } = await invited();
    const tries = await Promise.all([accept(token), accept(token), accept(token)]);
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await membershipsOf(email)).toHaveLength(1);
    expect(await accept(token)).toEqual({ ok: false, reason: "gone" });
    expect((await openInvitation(token))?.state).toBe("accepted");
  });

  it("refuses what has run out or was taken back, or never was", async () => {
    const late = await invited();
    await rows("update invitation set expires_at = now() - interval '1 second' where id = $1", [late.id]);
    expect((await openInvitation(late.token))?.state).toBe("expired");
    expect(await accept(late.token)).toEqual({ ok: false, reason: "gone" });
    const back = await invited();
    expect(await revokeInvitation(scope, { invitationId: back.id, at })).toEqual({ ok: true });
    expect(await revokeInvitation(scope, { invitationId: back.id, at })).toEqual({ ok: false, reason: "gone" });
    expect((await openInvitation(back.token))?.state).toBe("revoked");
    expect(await accept(back.token)).toEqual({ ok: false, reason: "gone" });
    expect(await openInvitation("nonsense")).toBeNull();
    expect(await accept("nonsense")).toEqual({ ok: false, reason: "gone" });
  });

  it("refuses a weak password and uses nothing up", async () => {
    const { email, token } = await invited();
    expect(await accept(token, { ...newcomer, password: "Password1234" })).toEqual({ ok: false, reason: "common" });
    expect(await accept(token, { ...newcomer, password: `god ${email}` })).toEqual({ ok: false, reason: "own-words" });
    expect(await accept(token)).toMatchObject({ ok: true });
  });
});

describe("accepting with an account", () => {
  it("is for the one whose address it is, and asks to sign in first", async () => {
    const elsewhere = await newScope(database.ownerUrl);
    const { token } = await invited(["dpo"], `${elsewhere.personId}@example.dk`);
    expect(await accept(token)).toEqual({ ok: false, reason: "account-exists" });
    expect(await accept(token, { personId: scope.personId })).toEqual({ ok: false, reason: "not-yours" });
    expect(await accept(token, { personId: elsewhere.personId })).toMatchObject({ ok: true, personId: elsewhere.personId, organisationId: scope.organisationId });
    expect(await membershipsOf(`${elsewhere.personId}@example.dk`)).toHaveLength(2);
  });
});

describe("sending again", () => {
  it("ends the old link and opens a new one with the same roles", async () => {
    const { email, id, token } = await invited(["dpo"]);
    expect(await resendInvitation(scope, { invitationId: id, language: "da", at })).toEqual({ ok: true, email });
    expect((await openInvitation(token))?.state).toBe("revoked");
    const [waiting, ...more] = (await withTenant(scope, (tx) => invitations(scope, tx).listWaiting("member"), { readOnly: true })).filter((one) => one.email === email);
    expect(more).toEqual([]);
    expect(waiting).toMatchObject({ roles: ["dpo"], name: "Anne" });
    expect(await resendInvitation(scope, { invitationId: id, language: "da", at })).toEqual({ ok: false, reason: "gone" });
  });

  it("and taking back reach only one's own organisation's invitations", async () => {
    const { id, token } = await invited();
    const stranger = await newScope(database.ownerUrl, ["administrator"]);
    expect(await resendInvitation(stranger, { invitationId: id, language: "da", at })).toEqual({ ok: false, reason: "gone" });
    expect(await revokeInvitation(stranger, { invitationId: id, at })).toEqual({ ok: false, reason: "gone" });
    expect((await openInvitation(token))?.state).toBe("open");
  });
});

describe("inviting a processor", () => {
  it("creates its organisation with its first person, joins the register row, and leaves both a trail", async () => {
    const cvr = newCvr();
    const { processorId, email, token } = await processorInvited({ cvr });
    expect(await openInvitation(token)).toMatchObject({ kind: "processor", processorCvr: cvr, organisationExists: false });
    const done = await accept(token, newcomer, { name: "Drift A/S", cvr: null });
    if (!done.ok) throw new Error(done.reason);
    expect(await rows("select name, cvr, is_controller, is_processor from organisation where id = $1", [done.organisationId])).toEqual([{ name: "Drift A/S", cvr, is_controller: false, is_processor: true }]);
    expect(await membershipsOf(email)).toEqual([{ organisation_id: done.organisationId, roles: ["administrator", "respondent", "signatory"], active: true }]);
    expect(await rows("select organisation_id from processor where id = $1", [processorId])).toEqual([{ organisation_id: done.organisationId }]);
    expect(await trail(done.organisationId)).toEqual(["organisation.created", "invitation.accepted"]);
    expect((await trail(scope.organisationId)).at(-1)).toBe("invitation.accepted");
    expect(await withTenant(scope, (tx) => inviteProcessor(tx, scope, { processorId, email, name: "", language: "da", at }))).toEqual({ ok: false, reason: "has-organisation" });
  });

  it("ends an earlier invitation for the same processor, and rolls back with its caller", async () => {
    const { processorId, email, token } = await processorInvited();
    const failing = withTenant(scope, async (tx) => {
      await inviteProcessor(tx, scope, { processorId, email, name: "", language: "da", at });
      throw new Error("the request was not sent");
    });
    await expect(failing).rejects.toThrow();
    expect((await openInvitation(token))?.state).toBe("open");
    await withTenant(scope, (tx) => inviteProcessor(tx, scope, { processorId, email, name: "", language: "en", at }));
    expect((await openInvitation(token))?.state).toBe("revoked");
  });

  it("reaches no register row but one's own", async () => {
    const { processorId } = await processorInvited();
    const stranger = await newScope(database.ownerUrl, ["caseworker"]);
    expect(await withTenant(stranger, (tx) => inviteProcessor(tx, stranger, { processorId, email: address(), name: "", language: "da", at }))).toEqual({ ok: false, reason: "gone" });
  });

  it("never makes anybody a member of an organisation that is here already", async () => {
    const cvr = newCvr();
    const tenant = await newTenant(database.ownerUrl, { cvr, sides: ["processor"] });
    const insider = await newScope(database.ownerUrl, ["respondent"], { tenant, side: "processor" });
    const outsider = await newScope(database.ownerUrl, ["reader"]);
    const named = { name: "Falsk navn", cvr };
    const toNew = await processorInvited({ cvr });
    expect((await openInvitation(toNew.token))?.organisationExists).toBe(true);
    expect(await accept(toNew.token, newcomer, named)).toEqual({ ok: false, reason: "organisation-exists" });
    const toOutsider = await processorInvited({ cvr: newCvr(), email: `${outsider.personId}@example.dk` });
    await rows("update processor set cvr = null where id = $1", [toOutsider.processorId]);
    expect(await accept(toOutsider.token, { personId: outsider.personId }, named)).toEqual({ ok: false, reason: "cvr-taken" });
    expect(await membershipsOf(toNew.email)).toEqual([]);
    expect(await rows("select person_id from membership where organisation_id = $1", [tenant.id])).toEqual([{ person_id: insider.personId }]);

    const other = await newScope(database.ownerUrl, ["administrator", "caseworker"]);
    const processorId = await newProcessor(other, { cvr });
    await withTenant(other, (tx) => inviteProcessor(tx, other, { processorId, email: `${insider.personId}@example.dk`, name: "", language: "da", at: new Date() }));
    const token = await tokenFor(database.ownerUrl, `${insider.personId}@example.dk`);
    expect(await accept(token, { personId: insider.personId })).toMatchObject({ ok: true, organisationId: tenant.id });
    expect(await membershipsOf(`${insider.personId}@example.dk`)).toEqual([{ organisation_id: tenant.id, roles: ["respondent"], active: true }]);
  });
});
