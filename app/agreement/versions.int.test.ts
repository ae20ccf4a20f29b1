import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { connected } from "#app/stack/roles.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { newAgreement, newScope, requirementInput } from "#tests/support/factories.ts";
import { attachContract, takesContract } from "./attach-contract.server.ts";
import { fillLimits } from "./fill-limits.server.ts";
import { loadContent } from "./load-content.server.ts";
import { loadVersions } from "./load-versions.server.ts";
import { recordVersion } from "./record-version.server.ts";
import { takeContract } from "./take-contract.server.ts";
import { updateAgreement } from "./update-agreement.server.ts";

const at = new Date("2026-11-22T10:00:00Z");
const said = { label: "2.0", signedOn: "2026-11-01", signedForController: "Mette", signedForProcessor: "Anne", changes: "Kortere frist ved brud." };
const file = { name: "aftale.pdf", mediaType: "application/pdf", size: 7, sha256: "a".repeat(64), key: "evidence/x/y" };
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
const load = async (id: string) => {
  const found = await withTenant(scope, (tx) => loadVersions(tx, scope, id), { readOnly: true });
  if (!found) throw new Error("an agreement");
  return found;
};
const change = async (id: string, version: number, to: Parameters<typeof newAgreement>[1]) => withTenant(scope, async (tx) => {
  const now = await loadContent(tx, scope, id);
  if (!now) throw new Error("an agreement");
  return updateAgreement(tx, scope, id, version, { ...now.fields, ...to }, at);
});

describe("an agreement's versions", () => {
  it("begin with the registration, and say nothing has changed since", async () => {
    const id = await newAgreement(scope, { clauseSet: "secretariat", signedOn: "2026-01-02", approvedSubprocessors: ["Sky A/S"], requirements: [requirementInput("Logs")] });
    const found = await load(id);
    expect(found).toMatchObject({ next: 2, since: { fields: [] }, versions: [{ number: 1, signedOn: "2026-01-02", change: null, file: null, recordedByName: scope.personName }] });
    const [row] = await rows("select content from agreement_version where agreement_id = $1", [id]);
    expect(row?.content).toMatchObject({ fields: { clauseSet: "secretariat", requirements: [{ textDa: "Logs" }] }, limits: [{ kind: "breach-notice", value: 24 }, { kind: "subprocessor-notice", value: 60 }], subprocessors: [{ name: "Sky A/S", status: "approved" }] });
  });

  it("name what was changed since, then what the new version changed; an ended agreement is no change of contract", async () => {
    const id = await newAgreement(scope, { requirements: [requirementInput("Logs")] });
    expect(await change(id, 1, { securityLevel: "high", status: "ended" })).toEqual({ ok: true });
    await withTenant(scope, (tx) => fillLimits(tx, scope, id, "secretariat", at));
    expect((await load(id)).since?.fields).toEqual(["securityLevel", "limits"]);
    expect(await withTenant(scope, (tx) => recordVersion(tx, scope, id, { ...said, number: 2, isSeen: () => false }))).toEqual({ ok: false, reason: "changed" });
    const recordNext = () => withTenant(scope, (tx) => recordVersion(tx, scope, id, { ...said, number: 2 }));
    expect([await recordNext(), await recordNext()]).toEqual([{ ok: true, number: 2 }, { ok: false, reason: "conflict" }]);
    const after = await load(id);
    expect(after.since?.fields).toEqual([]);
    expect(after.versions[0]).toMatchObject({ number: 2, ...said, change: { fields: ["securityLevel", "limits"], before: { fields: { securityLevel: "" } }, after: { fields: { securityLevel: "high" } } } });
    const [entry] = await rows("select detail from audit_event where subject_id = $1 and action = 'version.recorded'", [id]);
    expect(entry?.detail).toEqual({ contractVersion: 2, label: "2.0", signedOn: "2026-11-01", changed: ["securityLevel", "limits"] });
  });

  it("can be recorded for an agreement that was there before versions were", async () => {
    const id = await newAgreement(scope);
    await connected(database.ownerUrl, async (client) => {
      await client.query("alter table agreement_version disable trigger user");
      await client.query("delete from agreement_version where agreement_id = $1", [id]);
      await client.query("alter table agreement_version enable trigger user");
    });
    expect(await load(id)).toMatchObject({ next: 1, since: null, versions: [] });
    expect(await withTenant(scope, (tx) => recordVersion(tx, scope, id, { ...said, number: 1 }))).toEqual({ ok: true, number: 1 });
  });

  it("never change, but take their signed contract once", async () => {
    const id = await newAgreement(scope);
    const versionId = (await load(id)).versions[0]?.id ?? "";
    const put = () => withTenant(scope, (tx) => attachContract(tx, scope, versionId, file));
    expect([await put(), await put()]).toEqual([{ ok: true, agreementId: id }, { ok: false, reason: "has-file", agreementId: id }]);
    expect(await withTenant(scope, (tx) => takeContract(tx, scope, versionId))).toEqual(file);
    for (const sql of ["update agreement_version set changes = 'x' where id = $1", "update agreement_version set file = null where id = $1", "update agreement_version set file = '{}' where id = $1", "delete from agreement_version where id = $1"]) {
      await expect(rows(sql, [versionId]), sql).rejects.toThrow();
    }
    expect((await rows("select action from audit_event where subject_id = $1 and action like 'version.%' order by id", [id])).map(({ action }) => action)).toEqual(["version.file-added", "version.file-downloaded"]);
  });

  it("are nobody else's", async () => {
    const id = await newAgreement(scope);
    const versionId = (await load(id)).versions[0]?.id ?? "";
    const other = await newScope(database.ownerUrl);
    const reader = await newScope(database.ownerUrl, ["reader"]);
    expect(await withTenant(other, (tx) => loadVersions(tx, other, id))).toBeNull();
    expect(await withTenant(other, (tx) => recordVersion(tx, other, id, { ...said, number: 2 }))).toEqual({ ok: false, reason: "not-found" });
    expect(await withTenant(other, (tx) => takesContract(tx, other, versionId))).toEqual({ ok: false, reason: "not-found" });
    expect(await withTenant(other, (tx) => takeContract(tx, other, versionId))).toBeNull();
    expect(await withTenant(reader, (tx) => recordVersion(tx, reader, id, { ...said, number: 2 }))).toEqual({ ok: false, reason: "role" });
  });
});
