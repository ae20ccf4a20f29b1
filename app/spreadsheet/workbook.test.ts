import { describe, expect, test } from "vitest";
import { readTable, tableLimits } from "./read-table.server.ts";
import { toCsv } from "./to-csv.ts";
import { writeWorkbook } from "./write-workbook.server.ts";

const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
const rowsOf = async (bytes: Buffer) => {
  const read = await readTable(bytes);
  return read.ok ? read.sheets[0]?.rows : read.reason;
};

describe("a workbook", () => {
  test("comes back as it was written: text, numbers, days, empty cells, several sheets", async () => {
    const bytes = await writeWorkbook([
      { name: "Svar", frozenRows: 1, widths: [20, 40], rows: [[{ value: "Spørgsmål", bold: true }, { value: "Svar", bold: true }], ["=1+1", 7], [null, { value: "2026-03-01", day: true }], [{ value: "", locked: true }, "æøå <b>&"]], dropDowns: [{ row: 1, column: 1, choices: ["Ja", "Nej \"x\" & <y>"] }] },
      { name: "A/B: [x]", rows: [["andet"]] },
    ]);
    const read = await readTable(bytes);
    expect(read).toEqual({ ok: true, sheets: [{ name: "Svar", rows: [["Spørgsmål", "Svar"], ["=1+1", 7], [null, "2026-03-01"], [null, "æøå <b>&"]] }, { name: "A B   x ", rows: [["andet"]] }] });
  });

  test.each([
    ["no zip", Buffer.from("PK\u0003\u0004nonsense")],
    ["a quarter of one", Buffer.alloc(0)],
  ])("%s is refused", async (_, bytes) => expect(await rowsOf(bytes)).toMatch(/not-a-table|empty/));

  test("with too many rows is refused", async () => {
    const bytes = await writeWorkbook([{ name: "x", rows: Array.from({ length: 12 }, () => ["a"]) }]);
    expect(await readTable(bytes, { ...tableLimits, rows: 11 })).toEqual({ ok: false, reason: "too-many-rows" });
    expect(await readTable(bytes, { ...tableLimits, rows: 12 })).toMatchObject({ ok: true });
  });
});

describe("a CSV file", () => {
  test.each<[string, Buffer, unknown]>([
    ["semicolons, UTF-8 with mark", Buffer.from("\ufeffNavn;Antal\r\nBlåbær A/S;2.987\r\n"), [["Navn", "Antal"], ["Blåbær A/S", "2.987"]]],
    ["commas and quotes", Buffer.from('a,b\n"x, y","z ""q"""\n'), [["a", "b"], ["x, y", 'z "q"']]],
    ["tabs, UTF-16", utf16("a\tb\r\nø\t\r\n"), [["a", "b"], ["ø"]]],
    ["Windows-1252", Buffer.from("Navn;By\r\nS\xf8n;\xc5rhus", "latin1"), [["Navn", "By"], ["Søn", "Århus"]]],
    ["empty lines inside are kept, at the end not", Buffer.from("a;b\n\n1;2\n\n\n"), [["a", "b"], [], ["1", "2"]]],
    ["our own export", Buffer.from(toCsv([["=SUM(1)", "-x", "ok"]])), [["=SUM(1)", "-x", "ok"]]],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), "not-a-table"],
    ["an open quote", Buffer.from('a;b\n"x;1\n'), "not-a-table"],
    ["blank", Buffer.from(" ;\n;;\n"), "empty"],
  ])("%s", async (_, bytes, expected) => expect(await rowsOf(bytes)).toEqual(expected));
});
