import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { connected } from "#app/stack/roles.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { newAgreement, newScope, newScoredAgreement } from "#tests/support/factories.ts";
import { addSubprocessor } from "./add-subprocessor.server.ts";
import type { Subprocessor } from "./agreement-fields.ts";
import { changeSubprocessor, seenAs } from "./change-subprocessor.server.ts";
import { removeSubprocessor } from "./remove-subprocessor.server.ts";
import { subprocessors } from "./subprocessors.server.ts";

const at = new Date("2026-11-22T10:00:00Z");
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

const rows = (sql: string, values: unknown[]) => connected(database.ownerUrl, async (client) => (await client.query<Record<string, unknown>>(sql, values)).rows);
const list = (id: string) => withTenant(scope, (tx) => subprocessors(tx, scope).list(id), { readOnly: true });
const typed = (name: string, given: Partial<Subprocessor> = {}): Omit<Subprocessor, "id"> => ({
  parentId: null, name, cvr: "", address: "", country: "DK", processing: "Drift", transferGround: "", contactName: "", contactEmail: "", status: "approved", approvedOn: "2026-01-02", ...given,
});
async function add(agreementId: string, name: string, given: Partial<Subprocessor> = {}): Promise<Subprocessor> {
  const added = await withTenant(scope, (tx) => addSubprocessor(tx, scope, agreementId, typed(name, given), at));
  if (!added.ok) throw new Error(added.reason);
  const found = (await list(agreementId)).find(({ id }) => id === added.id);
  if (!found) throw new Error("a sub-processor");
  return found;
}

describe("an agreement's sub-processors", () => {
  it("are those named at registration, and lie under one another to any depth", async () => {
    const id = await newAgreement(scope, { approvedSubprocessors: ["Sky A/S"] });
    const [sky] = await list(id);
    const net = await add(id, "Net GmbH", { parentId: sky?.id ?? "", country: "DE", transferGround: "" });
    const mail = await add(id, "Mail Inc.", { parentId: net.id, country: "US", transferGround: "scc", status: "assumed", approvedOn: null });
    expect((await list(id)).map(({ name, parentId }) => [name, parentId])).toEqual([["Sky A/S", null], ["Net GmbH", sky?.id], ["Mail Inc.", net.id]]);
    expect(mail).toMatchObject({ country: "US", transferGround: "scc", status: "assumed", approvedOn: null });
  });

  it("change when they still are as they were seen, and never come to lie under themselves", async () => {
    const id = await newAgreement(scope);
    const first = await add(id, "A");
    const second = await add(id, "B", { parentId: first.id });
    const change = (to: Partial<Subprocessor>, seen = seenAs(first)) => withTenant(scope, (tx) => changeSubprocessor(tx, scope, id, { ...first, ...to }, seen, at));
    expect(await change({ parentId: second.id })).toEqual({ ok: false, reason: "under-itself" });
    expect(await change({ parentId: first.id })).toEqual({ ok: false, reason: "under-itself" });
    expect(await change({ parentId: "11111111-1111-4111-8111-111111111111" })).toEqual({ ok: false, reason: "parent-gone" });
    expect(await change({ country: "US" })).toEqual({ ok: true });
    expect(await change({ country: "SE" })).toEqual({ ok: false, reason: "changed" });
    expect((await list(id)).map(({ country }) => country)).toEqual(["US", "DK"]);
    expect(await rows("select detail from audit_event where subject_id = $1 and action = 'subprocessor.changed'", [id])).toEqual([
      { detail: { changed: ["country"], before: { name: "A", country: "DK", status: "approved" }, after: { name: "A", country: "US", status: "approved" } } },
    ]);
  });

  it("go with all under them, and stay as removed", async () => {
    const id = await newAgreement(scope);
    const top = await add(id, "Top");
    await add(id, "Under", { parentId: top.id });
    await add(id, "Beside");
    const remove = () => withTenant(scope, (tx) => removeSubprocessor(tx, scope, id, top.id, at));
    expect([await remove(), await remove()]).toEqual([{ ok: true, count: 2 }, { ok: false, reason: "gone" }]);
    expect((await list(id)).map(({ name }) => name)).toEqual(["Beside"]);
    expect(await rows("select name from subprocessor where agreement_id = $1 and removed_at is not null order by position", [id])).toEqual([{ name: "Top" }, { name: "Under" }]);
  });

  it("ask for the score to be looked at again when a new one or another country comes", async () => {
    const id = await newScoredAgreement(scope);
    const one = await add(id, "Ny ApS");
    await withTenant(scope, (tx) => changeSubprocessor(tx, scope, id, { ...one, country: "IN" }, seenAs(one), at));
    const [asked] = await rows("select state, causes from reassessment where agreement_id = $1", [id]);
    expect(asked).toMatchObject({ state: "open", causes: [{ kind: "subprocessor", from: "", to: "Ny ApS" }, { kind: "country", from: "DK", to: "IN" }] });
  });

  it("are nobody else's, and lie in one agreement only", async () => {
    const id = await newAgreement(scope);
    const one = await add(id, "A");
    const elsewhere = await newAgreement(scope);
    expect(await withTenant(scope, (tx) => addSubprocessor(tx, scope, elsewhere, typed("B", { parentId: one.id }), at))).toEqual({ ok: false, reason: "parent-gone" });
    await expect(rows("insert into subprocessor (controller_id, agreement_id, parent_id, name) values ($1, $2, $3, 'B')", [scope.organisationId, elsewhere, one.id])).rejects.toThrow(/foreign key/);
    const other = await newScope(database.ownerUrl);
    expect(await withTenant(other, (tx) => addSubprocessor(tx, other, id, typed("B"), at))).toEqual({ ok: false, reason: "not-found" });
    expect(await withTenant(other, (tx) => changeSubprocessor(tx, other, id, one, seenAs(one), at))).toEqual({ ok: false, reason: "gone" });
    expect(await withTenant(other, (tx) => removeSubprocessor(tx, other, id, one.id, at))).toEqual({ ok: false, reason: "gone" });
    const reader = await newScope(database.ownerUrl, ["reader"]);
    expect(await withTenant(reader, (tx) => addSubprocessor(tx, reader, id, typed("B"), at))).toEqual({ ok: false, reason: "role" });
  });
});
