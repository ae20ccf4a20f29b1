import { describe, expect, test } from "vitest";
import { LIMIT_KINDS } from "#app/domain/limits/limit-kinds.ts";
import { crosswalk, findCatalogue, findItem, listCatalogues } from "./built-in.ts";
import type { Catalogue } from "./catalogue-schema.ts";
import { parseCatalogue } from "./catalogue-schema.ts";
import { anchorOf, refOf } from "./item-refs.ts";
import { isRequirementId } from "./requirement-id.ts";

const items = listCatalogues().flatMap((catalogue) => catalogue.items.map((item) => ({ ...item, catalogue: catalogue.id, ref: refOf(catalogue, item) })));
const of = (id: string): Catalogue => findCatalogue(id) ?? expect.fail(id);
const count = (id: string, like: RegExp) => of(id).items.filter((item) => like.test(item.id)).length;

describe("every catalogue has the items its source has", () => {
  test.each([
    ["guide-2021", /^G\d$/, 8], ["guide-2021", /^X-[AG]$/, 2],
    ["concepts-2021", /^K0-\d$/, 7], ["concepts-2021", /^K1-\d$/, 3], ["concepts-2021", /^K1-P\d$/, 1], ["concepts-2021", /^K2-\d$/, 3], ["concepts-2021", /^K2-P\d$/, 1],
    ["concepts-2021", /^K3-\d+$/, 12], ["concepts-2021", /^K3-P\d$/, 4], ["concepts-2021", /^K4-\d$/, 7], ["concepts-2021", /^K4-P\d$/, 3], ["concepts-2021", /^K5-\d$/, 8], ["concepts-2021", /^K6-\d$/, 7],
    ["concepts-2021", /^FQ-(H[1-4]|X[12]|L[12])$/, 8], ["concepts-2021", /^SUB-[1-5]$/, 5],
    ["absalon-2019", /^ABS-\d+$/, 34],
    ["security-instruction", /^\d+(\.\d+)+$/, 46], ["security-instruction", /^1$/, 1],
    ["municipal-agreement", /^\d+\.\d$/, 32], ["municipal-agreement", /^B\./, 7], ["municipal-agreement", /^C\.2/, 28], ["municipal-agreement", /^C\.3\./, 2], ["municipal-agreement", /^C\.4\./, 1],
    ["municipal-agreement", /^C\.5\./, 7], ["municipal-agreement", /^C\.6\./, 8], ["municipal-agreement", /^C\.7\./, 3],
    ["isae-3000", /^[A-I]$/, 9], ["isae-3000", /^A\./, 3], ["isae-3000", /^B\./, 15], ["isae-3000", /^C\./, 7], ["isae-3000", /^D\./, 3], ["isae-3000", /^E\./, 2],
    ["isae-3000", /^F\./, 6], ["isae-3000", /^G\./, 3], ["isae-3000", /^H\./, 2], ["isae-3000", /^I\./, 4],
  ] as const)("%s %s: %i", (id, like, expected) => expect(count(id, like)).toBe(expected));

  test.each([["guide-2021", 10], ["concepts-2021", 69], ["absalon-2019", 34], ["security-instruction", 47], ["municipal-agreement", 88], ["isae-3000", 54]])("%s: %i in all", (id, total) =>
    expect(of(id).items).toHaveLength(total));

  test("the areas of annex C.2 have 3, 7, 2 and 13 points, and 3 hold in all cases", () =>
    expect(["C.2 a.", "C.2 b.", "C.2 c.", "C.2 d.", "C.2.3."].map((start) => of("municipal-agreement").items.filter(({ id }) => id.startsWith(start)).length)).toEqual([3, 7, 2, 13, 3]));
});

describe("every item", () => {
  test("is known by one ref and has an anchor of its own on its page", () => {
    expect(new Set(items.map(({ ref }) => ref)).size).toBe(items.length);
    for (const catalogue of listCatalogues()) expect(new Set(catalogue.items.map(anchorOf)).size, catalogue.id).toBe(catalogue.items.length);
  });

  test("is a whole sentence in both languages, and says what would show it", () => {
    for (const { ref, text, evidence } of items) {
      for (const said of [text.da, text.en, evidence.da, evidence.en]) expect(said, ref).toMatch(/^[A-ZÆØÅ].{7,}\.$/);
      expect(text.en, ref).not.toBe(text.da);
    }
  });

  test("stands in its catalogue's groups in their order", () => {
    for (const { items: own, groups, id } of listCatalogues()) {
      const places = own.map(({ group }) => groups.findIndex((one) => one.id === group));
      expect(places, id).toEqual(places.toSorted((a, b) => a - b));
      expect(new Set(places).size, id).toBe(groups.length);
    }
  });

  test("comes from a line that its document has, and in the document's order", () => {
    const lines: Record<string, number> = { "000": 354, "001": 1001, "003": 78, "004": 601 };
    for (const catalogue of ["guide-2021", "absalon-2019", "security-instruction", "municipal-agreement"]) {
      const at = of(catalogue).items.flatMap(({ source }) => /^00\d:(\d+)$/.exec(source)?.[1] ?? []).map(Number);
      expect(at, catalogue).toEqual(at.toSorted((a, b) => a - b));
      expect(new Set(at).size, catalogue).toBe(at.length);
    }
    for (const { ref, source } of items) {
      const [, document = "", line = ""] = /^(00\d):(\d+)$/.exec(source) ?? [];
      if (document) expect(Number(line), ref).toBeLessThanOrEqual(lines[document] ?? 0);
      else expect(source, ref).toMatch(/^(GDPR art\. 28\(3\)\(a\)|ISAE 3000 [A-I](\.\d+)?)$/);
    }
  });

  test("maps to items that exist, in other catalogues", () => {
    for (const { ref, maps, catalogue } of items) for (const to of maps) {
      expect(findItem(to)?.ref, `${ref} → ${to}`).toBe(to);
      expect(findItem(to)?.catalogue.id, `${ref} → ${to}`).not.toBe(catalogue);
    }
  });

  test("refers to limits there are, and an item of an agreement to its own limit", () => {
    const known = new Map(LIMIT_KINDS.flatMap(({ known: limits }) => limits.map(({ t, source }) => [`T${t} ${source}`, true])));
    const numbers = new Set([...known.keys()].map((key) => key.split(" ")[0]));
    for (const { ref, limits } of items) for (const limit of limits) expect(numbers, `${ref} ${limit}`).toContain(limit);
    for (const key of ["T19 001 C.2 d.8", "T21 000 9.1.1", "T26 001 B.1.2", "T30 001 C.5.2", "T34 001 C.7.1"]) {
      const [limit = "", ...ref] = key.split(" ");
      expect(known.has(key), key).toBe(true);
      expect(findItem(ref.join(" "))?.limits, key).toContain(limit);
    }
  });

  test("of the limits T1–T39 each that a catalogued source sets stands somewhere", () => {
    const set = new Set(items.flatMap(({ limits }) => limits));
    // Advice on frequency that is none of the guide's factors (004:543); annex D and clause 14.4, which are not among the template's duties; another template (DBS), which is no catalogue.
    const elsewhere = ["T4", "T36", "T38", "T39"];
    expect(Array.from({ length: 39 }, (_, at) => `T${at + 1}`).filter((limit) => !set.has(limit))).toEqual(elsewhere);
  });
});

describe("the crosswalk", () => {
  test("goes both ways", () => {
    for (const { ref } of items) for (const other of crosswalk(ref)) expect(crosswalk(other.ref).map((one) => one.ref), `${ref} ↔ ${other.ref}`).toContain(ref);
  });

  test.each([["ABS-13", ["G6", "001 10.1", "I"]], ["G8", ["K6-4", "ABS-30"]], ["000 9.1.1", ["B", "B.12"]], ["K5-4", ["G4", "F", "F.6"]], ["X-G", ["ABS-11", "001 8.1", "G"]]])("%s ↔ %j", (ref, some) =>
    expect(crosswalk(ref).map((one) => one.ref)).toEqual(expect.arrayContaining(some)));

  test("no objective of an auditor's statement covers the right to audit", () => expect(crosswalk("G8").filter(({ catalogue }) => catalogue.id === "isae-3000")).toEqual([]));
});

describe("findItem", () => {
  test.each([["ABS-13", "ABS-13"], ["9.1.1", "000 9.1.1"], ["C.2 d.8", "001 C.2 d.8"], ["A.1", "A.1"], ["A", "A"], ["K1-P1", "K1-P1"], ["000 4.1", "000 4.1"], ["001 4.1", "001 4.1"]])("%s is %s", (name, ref) => expect(findItem(name)?.ref).toBe(ref));
  test.each(["4.1", "12.3", "G9", "", "constructor", "__proto__", "special:x"])("%s names no one item", (name) => expect(findItem(name)).toBeNull());
});

describe("what a question may name", () => {
  test.each(["G6", "X-A", "K3-12", "special:3f0c", "ABS-13", "9.1.1", "000 9.1", "001 9.1", "C.2 d.8", "A.1", "SUB-4", "own:nis2:4.2"])("%s", (id) => expect(isRequirementId(id)).toBe(true));
  test.each(["9.1", "ABS-35", "G9", "own:", "own:X:1", "<b>", "toString"])("not %s", (id) => expect(isRequirementId(id)).toBe(false));
});

describe("a catalogue is refused", () => {
  const good = () => structuredClone(of("guide-2021")) as unknown as { items: Record<string, unknown>[]; groups: unknown[] } & Record<string, unknown>;
  test.each<[string, (one: ReturnType<typeof good>) => void]>([
    ["with an id twice", (one) => { one.items[1]!.id = "G1"; }],
    ["with an id twice but for case", (one) => { one.items[1]!.id = "g1"; }],
    ["with a group that is none", (one) => { one.items[0]!.group = "nowhere"; }],
    ["with a property that is not known", (one) => { one.items[0]!.html = "<b>"; }],
    ["with a key of the prototype", (one) => { one.items[0] = JSON.parse(JSON.stringify(one.items[0]).replace("{", '{"__proto__":{"x":1},')) as Record<string, unknown>; }],
    ["with a weight of 4", (one) => { one.items[0]!.weight = 4; }],
    ["with a limit that is none", (one) => { one.items[0]!.limits = ["T40"]; }],
    ["with a turn of direction hidden in a text", (one) => { one.items[0]!.text = { da: "a\u202eb", en: "" }; }],
    ["without items", (one) => { one.items = []; }],
    ["with more items than it may hold", (one) => { one.items = Array.from({ length: 501 }, (_, at) => ({ ...one.items[0], id: `A${at}` })); }],
  ])("%s", (_, spoil) => {
    const one = good();
    parseCatalogue(one);
    spoil(one);
    expect(() => parseCatalogue(one)).toThrow();
  });
});
