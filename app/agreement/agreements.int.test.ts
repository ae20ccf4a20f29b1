import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { connected } from "#app/stack/roles.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { agreementInput, newAgreement, newProcessor, newScope, requirementInput } from "#tests/support/factories.ts";
import type { AgreementFilter } from "./agreement-filter.ts";
import { agreements } from "./agreements.server.ts";
import { createAgreement } from "./create-agreement.server.ts";
import { listedAgreements } from "./listed-agreements.server.ts";
import { presentFields } from "./present.ts";
import { updateAgreement } from "./update-agreement.server.ts";

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
const trail = async (who: Scope) => (await rows("select action from audit_event where organisation_id = $1 order by id", [who.organisationId])).map(({ action }) => action);
const read = async (who: Scope, id: string) => {
  const row = await withTenant(who, (tx) => agreements(tx, who).find(id), { readOnly: true });
  if (!row) throw new Error("no such agreement");
  return { row, fields: presentFields(row) };
};
const requirement = requirementInput("");

describe("registering an agreement", () => {
  it("keeps what was typed, with its requirements in order, and one audit entry", async () => {
    const own = await newScope(database.ownerUrl);
    const processorId = await newProcessor(own);
    const input = agreementInput(processorId, {
      title: "Lønsystem", dataCategories: ["ordinary", "cpr"], personCategories: ["employees", "vikarer"], personCount: 2987, countingBasis: "at-one-time", signedOn: "2024-02-29",
      startsOn: "2024-03-01", endsOn: null, transfersOutsideEu: true, nature: "Hosting", duration: "Indtil videre", clauseSet: "own", approvalKind: "general", securityLevel: "high", agreedConcept: 5, dataSubjectFacing: true,
      locations: [{ place: "Datacenter i Odense", country: "DK" }], procedures: [{ kind: "auditor-statement", everyMonths: 12, payer: "processor", source: "C.5.1" }],
      contacts: [{ side: "processor", role: "DPO", name: "Bo Berg", email: "bo@berg.example", phone: "" }],
      requirements: [{ ...requirement, textDa: "Logs gemmes i to år", evidenceAsked: true }, { ...requirement, textDa: "Data kun i Danmark", textEn: "Data in Denmark only", critical: true, category: "location", evidenceText: "Liste over datacentre", source: "C.4", objectives: ["E", "G"] }],
    });
    const id = await newAgreement(own, input);
    const { fields } = await read(own, id);
    expect({ ...fields, requirements: fields.requirements.map((row) => ({ ...row, id: "" })) }).toEqual(input);
    expect(await trail(own)).toEqual(["processor.registered", "agreement.registered"]);
  });

  it("is refused with another controller's processor, and to those who only read", async () => {
    const other = await newScope(database.ownerUrl);
    const foreign = await newProcessor(other);
    expect(await withTenant(scope, (tx) => createAgreement(tx, scope, agreementInput(foreign)))).toEqual({ ok: false, reason: "no-processor" });
    for (const role of ["reader", "administrator"] as const) {
      const who = await newScope(database.ownerUrl, [role]);
      expect(await withTenant(who, (tx) => createAgreement(tx, who, agreementInput(foreign)))).toEqual({ ok: false, reason: "role" });
    }
  });
});

describe("changing an agreement", () => {
  it("lets one of two changes of the same version through, and gives the other what is stored now", async () => {
    const own = await newScope(database.ownerUrl);
    const id = await newAgreement(own);
    const { fields } = await read(own, id);
    const change = (title: string) => withTenant(own, (tx) => updateAgreement(tx, own, id, 1, { ...fields, title }, at));
    expect(await change("Min")).toEqual({ ok: true });
    expect(await change("Din")).toMatchObject({ ok: false, reason: "conflict", version: 2, current: { title: "Min" } });
    expect(await trail(own)).toEqual(["processor.registered", "agreement.registered", "agreement.changed"]);
    const [entry] = await rows("select detail from audit_event where organisation_id = $1 and action = 'agreement.changed'", [own.organisationId]);
    expect(entry?.detail).toEqual({ changed: ["title"], version: 2 });
  });

  it("keeps an unchanged requirement's row, and the old wording of a changed one as removed", async () => {
    const id = await newAgreement(scope, { requirements: ["A", "B", "C"].map((textDa) => ({ ...requirement, textDa })) });
    const { fields } = await read(scope, id);
    const [a, b] = fields.requirements;
    if (!a || !b) throw new Error("two requirements");
    const wanted = [{ ...b, critical: true }, { ...a, textDa: "A, ny ordlyd" }];
    expect(await withTenant(scope, (tx) => updateAgreement(tx, scope, id, 1, { ...fields, requirements: wanted }, at))).toEqual({ ok: true });
    const after = (await read(scope, id)).fields.requirements;
    expect(after.map(({ textDa, critical }) => [textDa, critical])).toEqual([["B", true], ["A, ny ordlyd", false]]);
    expect(after[0]?.id).toBe(b.id);
    expect(after[1]?.id).not.toBe(a.id);
    expect(await rows("select text_da from special_requirement where agreement_id = $1 and removed_at is not null order by position", [id])).toEqual([{ text_da: "A" }, { text_da: "C" }]);
  });

  it("takes no requirement row of another agreement", async () => {
    const first = await newAgreement(scope, { requirements: [{ ...requirement, textDa: "Fremmed" }] });
    const foreign = (await read(scope, first)).fields.requirements[0];
    if (!foreign) throw new Error("a requirement");
    const id = await newAgreement(scope);
    const { fields } = await read(scope, id);
    await withTenant(scope, (tx) => updateAgreement(tx, scope, id, 1, { ...fields, requirements: [{ ...foreign, textDa: "Kapret" }] }, at));
    expect((await read(scope, first)).fields.requirements).toEqual([foreign]);
  });

  it("finds nothing of another controller", async () => {
    const id = await newAgreement(scope);
    const { fields } = await read(scope, id);
    const other = await newScope(database.ownerUrl, ["caseworker", "dpo"]);
    for (const asked of [id, "11111111-1111-4111-8111-111111111111", "x"]) {
      expect(await withTenant(other, (tx) => updateAgreement(tx, other, asked, 1, fields, at))).toEqual({ ok: false, reason: "not-found" });
      expect(await withTenant(other, (tx) => agreements(tx, other).find(asked))).toBeNull();
    }
  });
});

describe("the list", () => {
  it("says of each row what the filter for that standing finds", async () => {
    const own = await newScope(database.ownerUrl);
    const processorId = await newProcessor(own, { name: "Sky A/S" });
    const [standings, concepts, days] = [["none", "awaiting-controller", "awaiting-processor", "in-order", "in-order-with-remarks", "not-in-order"], [null, 3], [null, "2026-11-21", "2026-11-22", "2026-12-22", "2026-12-23"]];
    for (const standing of standings) for (const concept of concepts) for (const due of days) {
      const title = `${standing} ${concept} ${due}`;
      await rows(
        "insert into agreement (controller_id, processor_id, title, person_count, data_categories, person_categories, standing, concept, next_due_on) values ($1, $2, $3, 1, '{}', '{}', $4, $5, $6)",
        [own.organisationId, processorId, title, standing, concept, due],
      );
    }
    const none: AgreementFilter = { search: "", standing: null, points: null, concept: null, due: null, ended: false };
    const page = (filter: Partial<AgreementFilter>, take = 100) => withTenant(own, (tx) =>
      listedAgreements(tx, own, "2026-11-22").page({ ...none, ...filter }, { key: "title", direction: "ascending" }, { skip: 0, take }), { readOnly: true });
    const all = await page({});
    expect(all.total).toBe(60);
    for (const standing of new Set(all.rows.map((row) => row.standing))) {
      expect((await page({ standing })).rows.map((row) => row.title)).toEqual(all.rows.filter((row) => row.standing === standing).map((row) => row.title));
    }
    expect((await page({ due: "overdue" })).total).toBe(12);
    expect((await page({ due: "30" })).total).toBe(24);
    expect((await page({ concept: "none" })).total).toBe(30);
    expect((await page({ points: "none" })).total).toBe(60);
    expect((await page({ search: "sky a" })).total).toBe(60);
    expect(await page({}, 7)).toMatchObject({ total: 60, rows: { length: 7 } });
    expect((await page({ ended: true })).total).toBe(0);
  });
});
