import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { writeWorkbook } from "#app/spreadsheet/write-workbook.server.ts";
import { connected } from "#app/stack/roles.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { translate } from "#app/text/translate.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { newScope } from "#tests/support/factories.ts";
import { findCatalogue, listCatalogues } from "../built-in.ts";
import type { Catalogue } from "../catalogue-schema.ts";
import { diffCatalogues } from "../diff-catalogues.ts";
import { importCatalogue } from "./import-catalogue.server.ts";
import { loadCatalogue } from "./load-catalogue.server.ts";
import { ownCatalogues } from "./own-catalogues.server.ts";
import { readCatalogueFile } from "./read-catalogue-file.server.ts";
import { retireCatalogue } from "./retire-catalogue.server.ts";
import { writeCatalogue } from "./write-catalogue.server.ts";

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

const own = (change: Partial<Catalogue> = {}): Catalogue => ({ ...structuredClone(findCatalogue("guide-2021") ?? expect.fail()), id: "egne-krav", standing: "own", ...change });
const bring = (who: Scope, catalogue: Catalogue, base: number) => withTenant(who, (tx) => importCatalogue(tx, who, catalogue, { base, fileName: "krav.xlsx", at }));
const newest = (who: Scope) => withTenant(who, async (tx) => (await ownCatalogues(tx, who).newest()).map(({ key, version }) => `${key} ${version}`), { readOnly: true });
const say = (language: "da" | "en") => (key: string) => String(translate(language, "catalogue")(key));

describe("an own catalogue", () => {
  it("comes in as versions beside one another, and goes out of use", async () => {
    const who = await newScope(database.ownerUrl, ["caseworker"]);
    const first = await bring(who, own(), 0);
    expect(first).toMatchObject({ ok: true, version: 1 });
    expect(await bring(who, own(), 1)).toEqual({ ok: false, reason: "unchanged" });
    const later = own();
    later.items[0]!.weight = 1;
    later.items.splice(1, 1);
    expect(await bring(who, later, 0)).toEqual({ ok: false, reason: "conflict" });
    const second = await bring(who, later, 1);
    if (!first.ok || !second.ok) return expect.fail();
    expect(await newest(who)).toEqual(["egne-krav 2"]);
    const found = await withTenant(who, (tx) => loadCatalogue(tx, who, second.id), { readOnly: true });
    expect(found?.versions.map(({ version }) => version)).toEqual([2, 1]);
    const diff = diffCatalogues(found?.versions[1]?.content ?? expect.fail(), found?.catalogue ?? expect.fail());
    expect({ added: diff.added.length, removed: diff.removed.map(({ id }) => id), changed: diff.changed.map(({ after, fields }) => [after.id, fields]) }).toEqual({ added: 0, removed: ["G2"], changed: [["G1", ["weight"]]] });
    expect(await withTenant(who, (tx) => retireCatalogue(tx, who, second.id, at))).toEqual({ ok: true });
    expect(await withTenant(who, (tx) => retireCatalogue(tx, who, second.id, at))).toEqual({ ok: false, reason: "retired" });
    expect(await newest(who)).toEqual(["egne-krav 1"]);
    const trail = await connected(database.ownerUrl, async (client) => (await client.query("select action from audit_event where organisation_id = $1 and subject_type = 'catalogue' order by id", [who.organisationId])).rows as { action: string }[]);
    expect(trail.map(({ action }) => action)).toEqual(["catalogue.imported", "catalogue.imported", "catalogue.retired"]);
  });

  it("is one version where two import at the same time", async () => {
    const who = await newScope(database.ownerUrl, ["caseworker"]);
    const both = await Promise.all([bring(who, own(), 0), bring(who, own({ about: { da: "Andet", en: "" } }), 0)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual({ ok: false, reason: "conflict" });
  });

  it("is nobody else's, and takes a role", async () => {
    const [who, other] = [await newScope(database.ownerUrl, ["caseworker"]), await newScope(database.ownerUrl, ["caseworker"])];
    const mine = await bring(who, own(), 0);
    if (!mine.ok) return expect.fail();
    expect(await withTenant(other, (tx) => loadCatalogue(tx, other, mine.id), { readOnly: true })).toBeNull();
    expect(await withTenant(other, (tx) => retireCatalogue(tx, other, mine.id, at))).toEqual({ ok: false, reason: "not-found" });
    expect(await bring(other, own(), 0)).toMatchObject({ ok: true, version: 1 });
    const reader = await newScope(database.ownerUrl, ["reader"], { tenant: { id: who.organisationId, name: who.organisationName } });
    expect(await bring(reader, own({ id: "andre-krav" }), 0)).toEqual({ ok: false, reason: "role" });
  });
});

describe("a file", () => {
  it.each(["da", "en"] as const)("written in %s reads back as the same catalogue, whichever it is", async (language) => {
    for (const catalogue of listCatalogues()) {
      const read = await readCatalogueFile(await writeCatalogue(say(language), { ...catalogue, id: "egne-krav" }));
      const back = read.ok ? read.catalogue : expect.fail(JSON.stringify(read).slice(0, 500));
      expect(diffCatalogues({ ...catalogue, id: "egne-krav" }, back), catalogue.id).toEqual({ head: [], added: [], removed: [], changed: [] });
    }
  });

  it("as JSON does too", async () => {
    const read = await readCatalogueFile(Buffer.from(JSON.stringify(own())));
    expect(read.ok && read.catalogue.items).toEqual(own().items);
  });

  it("the template lacks only what is to be written in it", async () => {
    const read = await readCatalogueFile(await writeCatalogue(say("da"), null));
    expect(read.ok || "problems" in read ? (read.ok ? [] : "problems" in read ? read.problems.map(({ place, code }) => `${place} ${code}`) : []) : read).toEqual(["Katalog B2 wrong-form", "Katalog B3 missing"]);
  });

  it("names each mistake by its cell", async () => {
    const rows = [
      ["Nr.", "Krav", "Vægt", "Kritisk", "Svarer til", "Frister", "Afsnit"],
      ["1", "Et krav", 4, "ja", "G6", "T7", "A"], ["1", "Igen", 2, "måske", "", "T99", "A"], ["3", "", 1, "nej", "G99; ABS-13", "", "A"], ["=1+1", "<b>fed</b>", 1, "", "", "", "A"],
    ];
    const read = await readCatalogueFile(await writeWorkbook([{ name: "Katalog", rows: [["Felt", "Dansk"], ["Nøgle", "guide-2021"], ["Navn", "Vores"]] }, { name: "Krav", rows }]));
    const problems = read.ok || !("problems" in read) ? expect.fail(JSON.stringify(read)) : read.problems;
    expect(problems.map(({ place, code, value }) => [place, code, value])).toEqual(expect.arrayContaining([
      ["Krav C2", "weight", "4"], ["Krav D3", "yes-no", "måske"], ["Krav F3", "limit", "T99"], ["Krav B4", "missing", ""], ["Krav A5", "wrong-form", "=1+1"],
    ]));
  });

  it("tells of ids twice, maps to nothing and a key that is taken, once the cells are right", async () => {
    const rows = [["Nr.", "Krav", "Svarer til"], ["1", "Et", "G6"], ["1", "To", "G99; 9.1"]];
    const file = (key: string) => writeWorkbook([{ name: "Katalog", rows: [["Felt", "Dansk"], ["Nøgle", key], ["Navn", "Vores"]] }, { name: "Krav", rows }]);
    expect(await readCatalogueFile(await file("vores"))).toMatchObject({ ok: false, problems: [{ place: "Krav A3", code: "duplicate", value: "1" }] });
    rows[2]![0] = "2";
    expect(await readCatalogueFile(await file("guide-2021"))).toMatchObject({ ok: false, problems: [
      { place: "Katalog B2", code: "built-in-key", value: "guide-2021" }, { place: "Krav C3", code: "unknown-map", value: "G99" }, { place: "Krav C3", code: "unknown-map", value: "9.1" },
    ] });
  });
});

describe("hostile files are refused, each with its reason", () => {
  const json = (change: (one: Record<string, unknown> & { items: Record<string, unknown>[] }) => void) => {
    const one = structuredClone(own()) as unknown as Record<string, unknown> & { items: Record<string, unknown>[] };
    change(one);
    return Buffer.from(JSON.stringify(one));
  };
  it.each<[string, () => Buffer | Promise<Buffer>, unknown]>([
    ["nothing", () => Buffer.alloc(0), { reason: "empty" }],
    ["too large", () => Buffer.alloc(2 * 1024 * 1024 + 1, 32), { reason: "too-large" }],
    ["not JSON", () => Buffer.from("{"), { reason: "not-json" }],
    ["not UTF-8", () => Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), { reason: "not-json" }],
    ["a list", () => Buffer.from("[]"), { reason: "not-an-object" }],
    ["null", () => Buffer.from("null"), { reason: "not-an-object" }],
    ["deep as a well", () => Buffer.from(`{"items":${"[".repeat(100_000)}${"]".repeat(100_000)}}`), {}],
    ["a zip that is no workbook", () => Buffer.from("PK\u0003\u0004rubbish"), { reason: "not-a-table" }],
    ["a workbook of one sheet", () => writeWorkbook([{ name: "a", rows: [["Nr.", "Krav"]] }]), { reason: "no-sheets" }],
    ["a workbook without numbers", () => writeWorkbook([{ name: "a", rows: [["x"]] }, { name: "b", rows: [["Krav"], ["x"]] }]), { reason: "no-id-column" }],
    ["the same heading twice", () => writeWorkbook([{ name: "a", rows: [["x"]] }, { name: "b", rows: [["Nr.", "No.", "Krav"], ["x"]] }]), { reason: "same-column-twice" }],
    ["a workbook of too many rows", () => writeWorkbook([{ name: "a", rows: [["x"]] }, { name: "b", rows: Array.from({ length: 1_001 }, (_, row) => [row]) }]), { reason: "too-many-rows" }],
    ["too many items", () => json((one) => { one.items = Array.from({ length: 501 }, (_, id) => ({ ...one.items[0], id: `A${id}` })); }), { problems: [{ place: "items", code: "too-many" }] }],
    ["a wrong type", () => json((one) => { one.items = "many" as never; }), { problems: [{ place: "items", code: "wrong-type" }] }],
    ["an object for a text", () => json((one) => { one.items[0]!.text = { da: { toString: "x" }, en: "" }; }), { problems: [{ place: "items[0].text.da", code: "wrong-type" }] }],
    ["a key of the prototype", () => Buffer.from(JSON.stringify(own()).replace("{", '{"__proto__":{"standing":"guidance"},')), { problems: [{ code: "unknown-property" }] }],
    ["a constructor", () => json((one) => { one.items[0]!.constructor = { prototype: {} } as never; }), { problems: [{ place: "items[0]", code: "unknown-property" }] }],
    ["a text longer than there is room for", () => json((one) => { one.items[0]!.text = { da: "x".repeat(1_001), en: "" }; }), { problems: [{ code: "too-long" }] }],
    ["a control character", () => json((one) => { one.title = { da: "a\u0000b", en: "" }; }), { problems: [{ place: "title.da", code: "wrong-form" }] }],
    ["an id made of mark-up", () => json((one) => { one.items[0]!.id = "<script>"; }), { problems: [{ place: "items[0].id", code: "wrong-form", value: "<script>" }] }],
    ["a key that climbs", () => json((one) => { one.id = "../guide"; }), { problems: [{ place: "id", code: "wrong-form" }] }],
  ])("%s", async (_, make, expected) => {
    expect(await readCatalogueFile(await make())).toMatchObject({ ok: false, ...(expected as object) });
  });

  it("mark-up and formulas in texts stay text, and go out as text", async () => {
    const read = await readCatalogueFile(json((one) => { one.items[0]!.text = { da: "=HYPERLINK(\"x\") <img src=x onerror=alert(1)>", en: "" }; }));
    if (!read.ok) return expect.fail();
    const again = await readCatalogueFile(await writeCatalogue(say("da"), read.catalogue));
    expect(again.ok && again.catalogue.items[0]?.text.da).toBe("=HYPERLINK(\"x\") <img src=x onerror=alert(1)>");
  });
});
