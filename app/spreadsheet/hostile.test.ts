import { performance } from "node:perf_hooks";
import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { ZipFile } from "yazl";
import { readTable, reading, tableLimits } from "./read-table.server.ts";

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

type Made = { sheetData: string; shared?: string; encoding?: "utf16le" };

/** A workbook of one sheet, with whatever is said to stand in it. */
function workbook({ sheetData, shared = "", encoding }: Made): Promise<Buffer> {
  const parts: Record<string, string> = {
    "[Content_Types].xml": `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    "_rels/.rels": `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<?xml version="1.0"?><workbook ${MAIN} xmlns:r="${REL}"><sheets><sheet name="x" sheetId="1" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${REL}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${REL}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    "xl/sharedStrings.xml": `<?xml version="1.0"?><sst ${MAIN}>${shared}</sst>`,
    "xl/worksheets/sheet1.xml": `<?xml version="1.0"?><worksheet ${MAIN}><sheetData>${sheetData}</sheetData></worksheet>`,
  };
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text, name.endsWith("sheet1.xml") ? encoding : "utf8"), name);
  zip.end();
  return buffer(zip.outputStream);
}

const cell = (address: string, value = "1") => `<c r="${address}"><v>${value}</v></c>`;
const read = async (made: Made) => {
  const table = await readTable(await workbook(made));
  return table.ok ? table.sheets[0]!.rows : table.reason;
};

test("what is made by hand here is a workbook", async () => {
  expect(await read({ sheetData: `<row r="1">${cell("A1")}${cell("C1")}</row><row r="3">${cell("A3")}</row>` })).toEqual([[1, null, 1], [], [1]]);
});

test.each<[string, string, unknown]>([
  ["a row number beyond memory", '<row r="999999999"/>', "not-a-table"],
  ["a row number in another notation", `<row r="1e9">${cell("A1")}</row>`, "not-a-table"],
  ["one behind a quoted angle", `<row a=">" r='999999999'>${cell("A1")}</row>`, "not-a-table"],
  ["one behind a comment", '<!-- <c> " --><row r="999999999"/>', "not-a-table"],
  ["one with a prefix", `<row x:r="999999999">${cell("A1")}</row>`, "not-a-table"],
  ["one as a reference", '<row r="&#57;99999999"/>', "not-a-table"],
  ["a row that only its cell numbers", `<row>${cell("A999999999")}</row>`, "not-a-table"],
  ["a column beyond memory", `<row r="1">${cell("ZZZZZZ1")}</row>`, "not-a-table"],
  ["a last column beside many short rows", `<row r="1">${cell("XFD1")}</row>${Array.from({ length: 19_000 }, (_, at) => `<row r="${at + 2}">${cell(`A${at + 2}`)}</row>`).join("")}`, "too-many-columns"],
  ["a filled cell in Excel's last row", `<row r="1048576">${cell("A1048576")}</row>`, "too-many-rows"],
  ["more rows than Excel has", "<row/>".repeat(1_100_000), "not-a-table"],
  ["a tag without end", `<row r="1" ${" ".repeat(3 * 1024 * 1024)}`, "not-a-table"],
])("a workbook with %s is refused", async (_, sheetData, reason) => expect(await read({ sheetData })).toBe(reason));

test("rows and cells that are only formatted may stand far out", async () => {
  expect(await read({ sheetData: `<row r="1">${cell("A1")}<c r="XFD1" s="1"/></row><row r="1048576" s="1"/>` })).toEqual([[1]]);
});

test("a sheet in another encoding is refused", async () => {
  expect(await read({ sheetData: '<row r="999999999"/>', encoding: "utf16le" })).toBe("not-a-table");
});

test("one long text that a thousand cells share is refused, though it takes little room", async () => {
  const rows = Array.from({ length: 1_000 }, (_, row) => `<row r="${row + 1}"><c r="A${row + 1}" t="s"><v>0</v></c></row>`).join("");
  expect(await read({ sheetData: rows, shared: `<si><t>${"x".repeat(32_000)}</t></si>` })).toBe("too-large");
});

test("what PostgreSQL takes for no text is gone: NUL and halves of a character", async () => {
  expect(await read({ sheetData: '<row r="1"><c r="A1" t="inlineStr"><is><t>a_xD800_b_x0000_c</t></is></c><c r="B1" t="inlineStr"><is><t>_x0000_</t></is></c></row>' })).toEqual([["a\ufffdbc"]]);
});

const MIB = 1024 * 1024;
test.each<[string, Buffer, unknown]>([
  ["line breaks alone", Buffer.alloc(12 * MIB, "\n"), "empty"],
  ["empty cells alone", Buffer.alloc(12 * MIB, ";\n"), "empty"],
  ["line breaks and a letter", Buffer.concat([Buffer.alloc(12 * MIB - 1, "\n"), Buffer.from("a")]), "too-many-rows"],
  ["one row of empty cells and a letter", Buffer.concat([Buffer.alloc(4 * MIB, ";"), Buffer.from("a")]), "too-many-columns"],
])("12 MiB of %s: refused, and this process stays free", async (_, bytes, reason) => {
  const began = performance.eventLoopUtilization();
  const table = await readTable(bytes, tableLimits);
  expect(table).toEqual({ ok: false, reason });
  expect(performance.eventLoopUtilization(began).active).toBeLessThan(1_000);
}, 30_000);

test.each([
  ["memory", { ...reading, heapMiB: 32 }],
  ["time", { ...reading, milliseconds: 20 }],
])("a reader that takes more %s than it may is ended, and the next file is read", async (_, allowance) => {
  const far = await workbook({ sheetData: `<row r="1">${cell("A1")}</row><row r="1048576" s="1"/>` });
  expect(await readTable(far, tableLimits, allowance)).toEqual({ ok: false, reason: "too-large" });
  expect(await readTable(far)).toMatchObject({ ok: true });
});
