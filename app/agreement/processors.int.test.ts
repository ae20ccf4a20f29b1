import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { connected } from "#app/stack/roles.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { newAgreement, newCvr, newProcessor, newScope, newTenant, processorInput } from "#tests/support/factories.ts";
import { createProcessor } from "./create-processor.server.ts";
import { linkProcessor } from "./link-processor.server.ts";
import { listedAgreements } from "./listed-agreements.server.ts";
import { processors } from "./processors.server.ts";
import { updateProcessor } from "./update-processor.server.ts";

let database: FreshDatabase;
let scope: Scope;
beforeAll(async () => {
  database = await freshDatabase();
  useDb(database.runtimeUrl);
  scope = await newScope(database.ownerUrl);
});
afterAll(async () => {
  await closeDb();
  await database.close();
});

const trail = (who: Scope) => connected(database.ownerUrl, async (client) =>
  (await client.query<{ action: string }>("select action from audit_event where organisation_id = $1 order by id", [who.organisationId])).rows.map(({ action }) => action));
const fieldsOf = ({ organisation: _o, ...fields }: ReturnType<typeof processorInput>) => fields;

describe("registering a processor", () => {
  it("adds one row and one audit entry", async () => {
    const own = await newScope(database.ownerUrl);
    const input = processorInput({ name: "Drift ApS" });
    const added = await withTenant(own, (tx) => createProcessor(tx, own, input));
    expect(added).toMatchObject({ ok: true, linked: false });
    const found = await withTenant(own, (tx) => processors(tx, own).list("drift", { key: "name", direction: "ascending" }, { skip: 0, take: 50 }));
    expect(found).toMatchObject({ total: 1, rows: [{ name: "Drift ApS", cvr: input.cvr, organisationId: null }] });
    expect(await trail(own)).toEqual(["processor.registered"]);
  });

  it("points to the row that has the CVR number already, also when two register it at once", async () => {
    const own = await newScope(database.ownerUrl);
    const cvr = newCvr();
    const answers = await Promise.all([1, 2, 3].map(() => withTenant(own, (tx) => createProcessor(tx, own, processorInput({ cvr })))));
    const added = answers.filter((answer) => answer.ok);
    expect(added).toHaveLength(1);
    const refused = answers.filter((answer) => !answer.ok);
    expect(refused.map((answer) => ({ ...answer }))).toEqual(refused.map(() => expect.objectContaining({ reason: "duplicate", existing: expect.objectContaining({ id: added[0]?.ok && added[0].id }) })));
    expect(await trail(own)).toEqual(["processor.registered"]);
  });

  it("lets two controllers register the same processor", async () => {
    const cvr = newCvr();
    const other = await newScope(database.ownerUrl);
    await newProcessor(scope, { cvr });
    await expect(newProcessor(other, { cvr })).resolves.toEqual(expect.any(String));
  });

  it("offers the organisation of the directory with that CVR number, and joins it when asked", async () => {
    const own = await newScope(database.ownerUrl);
    const there = await newTenant(database.ownerUrl, { name: "Her ApS", sides: ["processor"] });
    const input = processorInput({ cvr: there.cvr, organisation: null });
    expect(await withTenant(own, (tx) => createProcessor(tx, own, input))).toEqual({ ok: false, reason: "in-directory", offer: { id: there.id, name: "Her ApS", cvr: there.cvr } });
    expect(await trail(own)).toEqual([]);
    const joined = await withTenant(own, (tx) => createProcessor(tx, own, { ...input, organisation: there.id }));
    expect(joined).toMatchObject({ ok: true, linked: true });
    expect(await withTenant(own, (tx) => processors(tx, own).find(joined.ok ? joined.id : ""))).toMatchObject({ organisationId: there.id, version: 2 });
    expect(await trail(own)).toEqual(["processor.registered"]);
  });

  it("joins no organisation of another CVR number, and none that is only a controller", async () => {
    const there = await newTenant(database.ownerUrl, { sides: ["processor"] });
    const onlyController = await newTenant(database.ownerUrl);
    for (const organisation of [there.id, onlyController.id]) {
      expect(await withTenant(scope, (tx) => createProcessor(tx, scope, processorInput({ organisation })))).toEqual({ ok: false, reason: "not-in-directory" });
    }
    expect(await withTenant(scope, (tx) => createProcessor(tx, scope, processorInput({ cvr: onlyController.cvr, organisation: null })))).toMatchObject({ ok: true });
  });

  it.each([["reader"], ["administrator"]] as const)("is refused to a %s", async (role) => {
    const who = await newScope(database.ownerUrl, [role]);
    expect(await withTenant(who, (tx) => createProcessor(tx, who, processorInput()))).toEqual({ ok: false, reason: "role" });
    expect(await trail(who)).toEqual([]);
  });
});

describe("changing a processor", () => {
  it("changes the version that was read, once", async () => {
    const own = await newScope(database.ownerUrl, ["dpo"]);
    const input = processorInput();
    const id = await newProcessor(own, input);
    const change = (name: string) => withTenant(own, (tx) => updateProcessor(tx, own, id, 1, { ...fieldsOf(input), name }));
    const answers = await Promise.all([change("Første"), change("Anden")]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ reason: "conflict", current: { version: 2 } });
    expect(await trail(own)).toEqual(["processor.registered", "processor.changed"]);
  });

  it("keeps the CVR number of a processor with its own organisation here", async () => {
    const there = await newTenant(database.ownerUrl, { sides: ["processor"] });
    const input = processorInput({ cvr: there.cvr });
    const id = await newProcessor(scope, input);
    expect(await withTenant(scope, (tx) => linkProcessor(tx, scope, id, there.id))).toEqual({ ok: true });
    expect(await withTenant(scope, (tx) => linkProcessor(tx, scope, id, there.id))).toEqual({ ok: false, reason: "not-in-directory" });
    expect(await withTenant(scope, (tx) => updateProcessor(tx, scope, id, 2, { ...fieldsOf(input), cvr: newCvr() }))).toEqual({ ok: false, reason: "cvr-locked" });
    expect(await withTenant(scope, (tx) => updateProcessor(tx, scope, id, 2, { ...fieldsOf(input), name: "Nyt navn" }))).toEqual({ ok: true });
  });

  it("finds nothing of another controller, and nothing under a text that is no id", async () => {
    const id = await newProcessor(scope);
    const other = await newScope(database.ownerUrl);
    for (const asked of [id, "11111111-1111-4111-8111-111111111111", "x"]) {
      expect(await withTenant(other, (tx) => updateProcessor(tx, other, asked, 1, fieldsOf(processorInput())))).toEqual({ ok: false, reason: "not-found" });
    }
  });

  it("refuses a CVR number another row has", async () => {
    const first = processorInput();
    const existing = await newProcessor(scope, first);
    const id = await newProcessor(scope);
    expect(await withTenant(scope, (tx) => updateProcessor(tx, scope, id, 1, { ...fieldsOf(processorInput()), cvr: first.cvr }))).toMatchObject({ reason: "duplicate", existing: { id: existing } });
  });
});

describe("the register", () => {
  it("searches by name and CVR, sorts, pages, and says how each stands", async () => {
    const own = await newScope(database.ownerUrl);
    const busy = await newProcessor(own, { name: "Beta 100%" });
    await newProcessor(own, { name: "alfa", cvr: null });
    await newProcessor(own, { name: "Ørsted", cvr: null });
    await newProcessor(own, { name: "Zeta", cvr: null });
    await newAgreement(own, { processorId: busy });
    await newAgreement(own, { processorId: busy, status: "ended" });
    const list = (search: string, key: "name" | "agreements" = "name") => withTenant(own, (tx) => processors(tx, own).list(search, { key, direction: "descending" }, { skip: 0, take: 50 }));
    expect((await list("")).rows.map((row) => row.name)).toEqual(["Ørsted", "Zeta", "Beta 100%", "alfa"]);
    expect((await list("", "agreements")).rows.map((row) => [row.name, row._count.agreements])).toEqual([["Beta 100%", 1], ["alfa", 0], ["Zeta", 0], ["Ørsted", 0]]);
    expect((await list("100%")).total).toBe(1);
    expect((await list("100_")).total).toBe(0);
    const worst = await withTenant(own, (tx) => listedAgreements(tx, own, "2026-11-22").worstByProcessor([busy]), { readOnly: true });
    expect([...worst]).toEqual([[busy, "not-planned"]]);
  });
});
