import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDb, useDb } from "#app/db/client.server.ts";
import type { Limit } from "#app/domain/limits/limit-units.ts";
import { connected } from "#app/stack/roles.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { newAgreement, newScope } from "#tests/support/factories.ts";
import { addLimit } from "./add-limit.server.ts";
import { changeLimit } from "./change-limit.server.ts";
import { fillLimits } from "./fill-limits.server.ts";
import { limits } from "./limits.server.ts";
import { loadLimits } from "./load-limits.server.ts";
import { removeLimit } from "./remove-limit.server.ts";

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

const list = (id: string) => withTenant(scope, (tx) => limits(tx, scope).list(id), { readOnly: true });
const trail = (id: string) => connected(database.ownerUrl, async (client) =>
  (await client.query<{ action: string; detail: unknown }>("select action, detail from audit_event where subject_id = $1 and action like 'limit.%' order by id", [id])).rows);
const twoDays: Limit = { kind: "breach-notice", value: 2, unit: "days", runsFrom: "awareness", source: "§ 8", note: "" };

describe("an agreement's limits", () => {
  it("are there at once when its clauses bring them", async () => {
    expect(await list(await newAgreement(scope, { clauseSet: "municipal" }))).toHaveLength(27);
    expect((await list(await newAgreement(scope, { clauseSet: "secretariat" }))).map(({ kind, value, unit }) => [kind, value, unit])).toEqual([["breach-notice", 24, "hours"], ["subprocessor-notice", 60, "days"]]);
    expect(await list(await newAgreement(scope, { clauseSet: "own" }))).toEqual([]);
  });

  it("are added, changed and removed, the former staying as removed, each in the trail", async () => {
    const id = await newAgreement(scope);
    expect(await withTenant(scope, (tx) => addLimit(tx, scope, id, twoDays))).toEqual({ ok: true });
    const [first] = await list(id);
    if (!first) throw new Error("a limit");
    const change = () => withTenant(scope, (tx) => changeLimit(tx, scope, id, first.id, { ...twoDays, value: 24, unit: "hours" }, at));
    expect([await change(), await change()]).toEqual([{ ok: true }, { ok: false, reason: "gone" }]);
    const [second] = await list(id);
    expect(second).toMatchObject({ value: 24, unit: "hours", source: "§ 8" });
    const remove = () => withTenant(scope, (tx) => removeLimit(tx, scope, id, second?.id ?? "", at));
    expect([await remove(), await remove()]).toEqual([{ ok: true }, { ok: false, reason: "gone" }]);
    expect(await list(id)).toEqual([]);
    expect(await trail(id)).toMatchObject([
      { action: "limit.added", detail: { limit: "breach-notice", value: 2, unit: "days", source: "§ 8" } }, { action: "limit.changed", detail: { before: { value: 2 }, after: { value: 24 } } }, { action: "limit.removed" },
    ]);
  });

  it("are filled in once, and the strictest is said with what applies beside it and what it overtakes", async () => {
    const id = await newAgreement(scope, { clauseSet: "municipal" });
    await withTenant(scope, (tx) => addLimit(tx, scope, id, twoDays));
    const fill = () => withTenant(scope, (tx) => fillLimits(tx, scope, id, "absalon", at));
    expect([await fill(), await fill()]).toEqual([{ ok: true, count: 4 }, { ok: true, count: 0 }]);
    const loaded = await withTenant(scope, (tx) => loadLimits(tx, scope, id), { readOnly: true });
    const breach = loaded?.groups.find(({ group }) => group === "breach")?.kinds[0];
    expect(breach).toMatchObject({ id: "breach-notice", found: { strictest: { source: "003 ABS-13" }, beside: [{ source: "001 10.1" }, { source: "GDPR art. 33(2)" }], weaker: [{ source: "§ 8" }] } });
    expect(loaded?.sets.map(({ missing }) => missing)).toEqual([0, 12, 0, 2, 5]);
  });

  it("are nobody else's", async () => {
    const id = await newAgreement(scope, { clauseSet: "secretariat" });
    const [first] = await list(id);
    const other = await newScope(database.ownerUrl);
    const reader = await newScope(database.ownerUrl, ["reader"]);
    expect(await withTenant(other, (tx) => loadLimits(tx, other, id))).toBeNull();
    expect(await withTenant(other, (tx) => addLimit(tx, other, id, twoDays))).toEqual({ ok: false, reason: "not-found" });
    expect(await withTenant(other, (tx) => fillLimits(tx, other, id, "guide", at))).toEqual({ ok: false, reason: "not-found" });
    expect(await withTenant(other, (tx) => removeLimit(tx, other, id, first?.id ?? "", at))).toEqual({ ok: false, reason: "gone" });
    expect(await withTenant(reader, (tx) => addLimit(tx, reader, id, twoDays))).toEqual({ ok: false, reason: "role" });
    expect(await list(id)).toHaveLength(2);
  });
});
