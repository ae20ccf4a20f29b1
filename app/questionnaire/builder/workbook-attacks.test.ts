import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import yazl from "yazl";
import { importFile } from "./import-file.server.ts";

/** A workbook written by hand, part by part. */
async function workbook(sheet: string, more: Record<string, Buffer> = {}): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const relations = "http://schemas.openxmlformats.org/package/2006/relationships";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const parts: Record<string, Buffer> = {
    "[Content_Types].xml": Buffer.from('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'),
    "_rels/.rels": Buffer.from(`<?xml version="1.0"?><Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`),
    "xl/workbook.xml": Buffer.from(`<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Sider" sheetId="1" r:id="r1"/></sheets></workbook>`),
    "xl/_rels/workbook.xml.rels": Buffer.from(`<?xml version="1.0"?><Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`),
    "xl/worksheets/sheet1.xml": Buffer.from(`<?xml version="1.0"?><worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`),
    ...more,
  };
  for (const [name, bytes] of Object.entries(parts)) zip.addBuffer(bytes, name);
  zip.end();
  return buffer(zip.outputStream);
}

const row = (number: number, ...cells: string[]) => `<row r="${number}">${cells.map((cell, at) => `<c r="${String.fromCharCode(65 + at)}${number}" t="str">${cell}</c>`).join("")}</row>`;
const value = (text: string) => `<v>${text}</v>`;
const heading = row(1, value("Side-id"), value("Tekst (dansk)"));
const problemsOf = async (bytes: Buffer) => {
  const read = await importFile(bytes);
  return read.ok ? [] : read.problems.map(({ place, code }) => `${place} ${code}`);
};

test("a formula is never looked at, only what it came to; and that is looked at as any text", async () => {
  const bytes = await workbook(heading + row(2, value("p1"), '<f>HYPERLINK("https://evil.example","x")</f><v>&lt;script&gt;x</v>'));
  expect(await problemsOf(bytes)).toContain("Sider!B2 unsafe-text");
  const tame = await workbook(heading + row(2, value("p1"), '<f>WEBSERVICE("https://evil.example")</f><v>Side et</v>'));
  expect((await problemsOf(tame)).filter((problem) => problem.startsWith("Sider"))).toEqual([]);
});

test.each<[string, () => Promise<Buffer>]>([
  ["that unpacks to a thousand times its size", () => workbook(heading, { "xl/media/x.xml": Buffer.alloc(30_000_000) })],
  ["with a sheet of blanks without end", () => workbook(heading + " ".repeat(30_000_000))],
  ["of thousands of parts", () => workbook(heading, Object.fromEntries(Array.from({ length: 1_100 }, (_, n) => [`xl/x${n}.xml`, Buffer.from("x")])))],
  ["with macros", async () => workbook(heading, { "[Content_Types].xml": Buffer.from('<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>') })],
  ["with an entity that grows", async () => workbook(heading, { "xl/worksheets/sheet1.xml": Buffer.from(`<!DOCTYPE x [<!ENTITY a "${"x".repeat(1_000)}">${Array.from({ length: 8 }, (_, n) => `<!ENTITY b${n} "&a;&a;&a;&a;&a;&a;&a;&a;">`).join("")}]><worksheet><sheetData>${row(1, value("&b7;"))}</sheetData></worksheet>`) })],
])("a workbook %s is refused", async (_, make) => expect(await problemsOf(await make())).not.toEqual([]));
