import { describe, expect, it } from "vitest";
import { kindOfName } from "./file-kinds.ts";
import { cleanFileName, portableFileName } from "./file-name.ts";
import { textCheck } from "./text-check.ts";

describe("cleanFileName", () => {
  it.each([
    ["Revisorerklæring 2026.pdf", "Revisorerklæring 2026.pdf"],
    ["A\u030arsrapport.pdf", "\u00c5rsrapport.pdf"],
    ["../../etc/passwd.txt", "passwd.txt"],
    ["C:\\Users\\me\\log.csv", "log.csv"],
    ["/", "unnamed"],
    ["..", "unnamed"],
    ["", "unnamed"],
    [".pdf", "pdf"],
    ["statement\u202Efdp.exe.pdf", "statementfdp.exe.pdf"],
    ["a\u0000b\r\nc\u200b.pdf", "abc.pdf"],
    ["  two   words .pdf  ", "two words.pdf"],
    ["half\ud83d.pdf", "half.pdf"],
    ["smile😀.pdf", "smile😀.pdf"],
  ])("%j becomes %j", (sent, name) => expect(cleanFileName(sent)).toBe(name));

  it.each([199, 200, 201, 5_000])("keeps at most 200 characters and the ending, of %i", (length) => {
    const name = cleanFileName(`${"å".repeat(length - 4)}.pdf`);
    expect(name.length).toBe(Math.min(length, 200));
    expect(name.endsWith(".pdf")).toBe(true);
  });

  it("never cuts a character in two", () => expect(cleanFileName(`${"😀".repeat(150)}.pdf`)).toBe(`${"😀".repeat(98)}.pdf`));
});

describe("portableFileName", () => {
  it.each([
    ["Års rapport (endelig).pdf", "Års-rapport-endelig-.pdf"],
    ["a:b*c?.txt", "a-b-c-.txt"],
    ["con.txt", "_con.txt"],
    ["-rf.txt", "rf.txt"],
    ["???", "unnamed"],
  ])("%j becomes %j", (name, portable) => expect(portableFileName(name)).toBe(portable));
});

describe("kindOfName", () => {
  it.each([
    ["a.pdf", "pdf"], ["a.PDF", "pdf"], ["a.jpg", "jpeg"], ["a.jpeg", "jpeg"], ["a.b.docx", "docx"], ["a.csv", "csv"],
    ["a.exe", null], ["pdf", null], ["a.pdf.html", null], ["a.", null], ["a.svg", null], ["a.docm", null], ["a.zip", null],
  ])("%j is %j", (name, kind) => expect(kindOfName(name)).toBe(kind));

});

describe("textCheck", () => {
  const isText = (...pieces: Buffer[]) => {
    const check = textCheck();
    return pieces.every((piece) => check.piece(piece)) && check.end();
  };
  const text = Buffer.from("Æbler;pærer;日本;😀\r\n\tja\n");

  it("takes UTF-8 however it is cut", () => {
    for (let cut = 0; cut <= text.length; cut += 1) expect(isText(text.subarray(0, cut), text.subarray(cut)), `cut at ${cut}`).toBe(true);
    expect(isText(...Array.from(text, (byte) => Buffer.from([byte])))).toBe(true);
  });

  it.each([
    ["Latin-1", Buffer.from("Æbler", "latin1")],
    ["UTF-16", Buffer.from("Hej", "utf16le")],
    ["a NUL", Buffer.from("a\0b")],
    ["an escape", Buffer.from("a\x1b[31m")],
    ["a character cut off at the end", text.subarray(0, 1)],
    ["an overlong form", Buffer.from([0xc0, 0xaf])],
    ["a lone following byte", Buffer.from([0x80])],
    ["a surrogate", Buffer.from([0xed, 0xa0, 0x80])],
  ])("refuses %s", (_name, bytes) => expect(isText(bytes)).toBe(false));
});
