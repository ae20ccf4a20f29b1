import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { request as httpRequest } from "node:http";
import type { ClientRequest, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import express from "express";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import yazl from "yazl";
import type { EvidenceStore } from "#app/storage/evidence-store.ts";
import { openStore } from "#app/storage/open-store.server.ts";
import { receiveUpload } from "./receive-upload.server.ts";
import type { ReceivedFile, UploadFields, UploadOutcome } from "./receive-upload.server.ts";

const limit = 100 * 1024 * 1024;
const boundary = "----form-boundary-7f3a";
let folder: string;
let store: EvidenceStore;
let server: Server;
let outcomes: UploadOutcome<{ file: ReceivedFile; fields: UploadFields }>[] = [];
const settled: (() => void)[] = [];
let onFileFails = false;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "upload-"));
  store = openStore({ kind: "fs", directory: folder });
  const app = express();
  app.post("/", async (request, response) => {
    try {
      const outcome = await receiveUpload(request, {
        store, limits: { fileBytes: limit, idleMs: 5_000 },
        onFile: async (file, fields) => {
          if (onFileFails) throw new Error("the row could not be written");
          return { file, fields };
        },
      });
      outcomes.push(outcome);
      response.status(outcome.ok ? 201 : outcome.status).json(outcome);
    } catch {
      response.status(500).json({ ok: false });
    } finally {
      settled.splice(0).forEach((tell) => tell());
    }
  });
  server = app.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  outcomes = [];
  onFileFails = false;
  await rm(folder, { recursive: true, force: true });
});

const filesLeft = async () => (await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])).filter((entry) => entry.isFile()).length;
const partHead = (name: string, field = "file") => Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`);
const fieldPart = (name: string, value: string) => Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);
const end = Buffer.from(`\r\n--${boundary}--\r\n`);
const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

type Answer = { status: number; body: { ok: boolean; reason?: string; value?: { file: ReceivedFile; fields: UploadFields } } };
async function send(name: string, bytes: Buffer, type?: string): Promise<Answer> {
  const form = new FormData();
  form.set("question", "K5-1");
  form.set("file", new File([new Uint8Array(bytes)], name, type ? { type } : {}));
  const response = await fetch(url(), { method: "POST", body: form });
  return { status: response.status, body: (await response.json()) as Answer["body"] };
}
async function sendRaw(body: Buffer, contentType = `multipart/form-data; boundary=${boundary}`): Promise<Answer> {
  const response = await fetch(url(), { method: "POST", body: new Uint8Array(body), headers: { "content-type": contentType } });
  return { status: response.status, body: (await response.json()) as Answer["body"] };
}
function begin(): ClientRequest {
  const client = httpRequest(url(), { method: "POST", headers: { "content-type": `multipart/form-data; boundary=${boundary}` } });
  client.on("error", () => {});
  return client;
}
const nextSettled = () => new Promise<void>((resolve) => settled.push(resolve));

const pdf = (size: number) => Buffer.concat([Buffer.from("%PDF-1.7\n"), randomBytes(Math.max(0, size - 9))]).subarray(0, size);
const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), Buffer.from("JFIF\0"), Buffer.alloc(200)]);
const contentTypes = (part: string) => `<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="${part}"/></Types>`;
const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
async function archive(entries: [name: string, content: Buffer | string][]): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, content] of entries) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return buffer(zip.outputStream);
}
const office = (part: string, ...more: [string, Buffer | string][]) => archive([["[Content_Types].xml", contentTypes(part)], ["word/document.xml", "<w:document/>"], ...more]);

describe("a file that is taken", () => {
  it.each([1, 2, 3, 4, 5, 6, 7].map((which) => [which] as const))("of kind %i lies whole in quarantine", async (which) => {
    const [name, bytes, mediaType] = ([
      ["statement.pdf", pdf(300_000), "application/pdf"],
      ["plan.png", png, "image/png"],
      ["photo.JPG", jpeg, "image/jpeg"],
      ["reply.docx", await office(word, ["word/media/image1.bin", randomBytes(90_000)]), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
      ["log.xlsx", await office(sheet), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
      ["users.csv", Buffer.from("BMW;æøå\n".repeat(20_000)), "text/csv"],
      ["note.txt", Buffer.from("Ja."), "text/plain"],
    ] as const)[which - 1]!;
    const { status, body } = await send(name, bytes);
    expect(status).toBe(201);
    expect(body.value?.fields).toEqual({ question: "K5-1" });
    expect(body.value?.file).toMatchObject({ name, mediaType, size: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") });
    expect((await buffer(await store.open(body.value!.file.key, { sha256: body.value!.file.sha256 }))).equals(bytes)).toBe(true);
  });

  it("keeps its Danish name and loses its path and overrides", async () => {
    expect((await send("Erklæring på æøå (2026).pdf", pdf(20))).body.value?.file.name).toBe("Erklæring på æøå (2026).pdf");
    expect((await sendRaw(Buffer.concat([partHead("../../x\u202Efdp.pdf"), pdf(20), end]))).body.value?.file.name).toBe("xfdp.pdf");
  });

  it("may hold the boundary's beginning, at any place", async () => {
    const near = Buffer.from(`\r\n--${boundary.slice(0, -1)}`);
    for (const at of [4_090, 65_530, 65_536]) {
      const bytes = Buffer.concat([pdf(at), near, randomBytes(100_000), near]);
      expect((await sendRaw(Buffer.concat([partHead("a.pdf"), bytes, end]))).body.value?.file.size).toBe(bytes.length);
    }
  });

  it("may be exactly as large as the limit", async () => {
    expect((await send("large.pdf", pdf(limit))).body.value?.file.size).toBe(limit);
  });

  it("may come with nine others at once", async () => {
    const sent = Array.from({ length: 10 }, () => pdf(5_000_000));
    const answers = await Promise.all(sent.map((bytes) => send("a.pdf", bytes)));
    expect(answers.map(({ body }) => body.value?.file.sha256)).toEqual(sent.map((bytes) => createHash("sha256").update(bytes).digest("hex")));
    expect(await filesLeft()).toBe(10);
  });
});

describe("a file that is refused leaves nothing behind", () => {
  const cases: [string, () => Promise<Answer>, number, string][] = [
    ["one byte too large", () => send("a.pdf", pdf(limit + 1)), 413, "too-large"],
    ["far too large, and says so itself", () => send("a.pdf", pdf(limit + 1_000_000)), 413, "too-large"],
    ["empty", () => send("a.pdf", Buffer.alloc(0)), 400, "empty"],
    ["a program", () => send("a.exe", Buffer.from("MZ")), 415, "type-not-allowed"],
    ["a program called a PDF", () => send("a.pdf", Buffer.concat([Buffer.from("MZ"), Buffer.alloc(9_000)])), 415, "type-not-allowed"],
    ["a PNG called a PDF, sent as a PDF", () => send("a.pdf", png, "application/pdf"), 415, "type-not-allowed"],
    ["a PDF called a text", () => send("a.txt", Buffer.from("%PDF-1.7\nplain")), 415, "type-not-allowed"],
    ["junk before the PDF's head", () => send("a.pdf", Buffer.concat([Buffer.from("junk"), pdf(9_000)])), 415, "type-not-allowed"],
    ["HTML called a PDF", () => send("a.pdf", Buffer.from("<html><script>1</script>")), 415, "type-not-allowed"],
    ["an SVG", () => send("a.svg", Buffer.from("<svg/>")), 415, "type-not-allowed"],
    ["an SVG called a text", () => send("a.txt", Buffer.from('<?xml version="1.0"?><svg/>')), 415, "type-not-allowed"],
    ["a text in Latin-1", () => send("a.csv", Buffer.concat([Buffer.from("a;b\n".repeat(30_000)), Buffer.from("æ", "latin1")])), 415, "type-not-allowed"],
    ["a text with a NUL far in", () => send("a.txt", Buffer.concat([Buffer.from("a".repeat(200_000)), Buffer.from([0])])), 415, "type-not-allowed"],
    ["a sheet called a document", async () => send("a.docx", await office(sheet)), 415, "type-not-allowed"],
    ["an archive called a document", async () => send("a.docx", await archive([["readme.txt", "hello"]])), 415, "type-not-allowed"],
    ["a document with macros", async () => send("a.docx", await office(word, ["word/vbaProject.bin", "x"])), 415, "type-not-allowed"],
    ["a bomb", async () => send("a.docx", await office(word, ["word/a.xml", Buffer.alloc(30 * 2 ** 20)])), 415, "type-not-allowed"],
    ["1,001 entries", async () => send("a.docx", await office(word, ...Array.from({ length: 999 }, (_, i): [string, string] => [`word/${i}.xml`, "x"]))), 415, "type-not-allowed"],
    ["a name twice", async () => send("a.docx", await office(word, ["word/Document.xml", "x"])), 415, "type-not-allowed"],
    ["a name that climbs", async () => send("a.docx", Buffer.from((await office(word, ["word/xx/evil.xml", "x"])).toString("latin1").replaceAll("word/xx/", "word/../"), "latin1")), 415, "type-not-allowed"],
    ["a size that lies", async () => send("a.docx", lyingSize(await office(word, ["word/a.xml", Buffer.alloc(50_000, "abc")]))), 415, "type-not-allowed"],
    ["an archive cut short", async () => send("a.docx", (await office(word)).subarray(0, -10)), 415, "type-not-allowed"],
    ["no file", () => sendRaw(Buffer.concat([fieldPart("question", "K5-1"), end.subarray(2)])), 400, "no-file"],
    ["two files", () => sendRaw(Buffer.concat([partHead("a.pdf"), pdf(100_000), Buffer.from("\r\n"), partHead("b.pdf"), pdf(100_000), end])), 400, "malformed"],
    ["21 fields", () => sendRaw(Buffer.concat([...Array.from({ length: 21 }, (_, i) => fieldPart(`f${i}`, "x")), partHead("a.pdf"), pdf(100), end])), 400, "malformed"],
    ["a form that ends too early", () => sendRaw(Buffer.concat([partHead("a.pdf"), pdf(100_000)])), 400, "malformed"],
    ["no form at all", () => sendRaw(Buffer.from("x"), "application/json"), 400, "malformed"],
    ["a form without boundary", () => sendRaw(Buffer.from("x"), "multipart/form-data"), 400, "malformed"],
  ];

  function lyingSize(bytes: Buffer): Buffer {
    const changed = Buffer.from(bytes);
    for (let at = 0; at < changed.length - 46; at += 1) {
      const isDirectory = changed.readUInt32LE(at) === 0x02014b50 && changed.readUInt32LE(at + 24) === 50_000;
      if (isDirectory) changed.writeUInt32LE(40_000, at + 24);
    }
    return changed;
  }

  it.each(cases)("%s", async (_name, attempt, status, reason) => {
    const answer = await attempt();
    expect(answer).toMatchObject({ status, body: { ok: false, reason } });
    expect(await filesLeft()).toBe(0);
  });

  it.each([0, 1_000, 5_000_000, 50_000_000])("a sender that goes away after %i bytes", async (size) => {
    const arrived = once(server, "request");
    const client = begin();
    const over = nextSettled();
    client.write(partHead("a.pdf"));
    await arrived;
    if (size) await new Promise((written) => client.write(pdf(size), written));
    client.destroy();
    await over;
    expect(outcomes).toMatchObject([{ ok: false, reason: "aborted" }]);
    expect(await filesLeft()).toBe(0);
  });

  it("when its row cannot be written", async () => {
    onFileFails = true;
    expect((await send("a.pdf", pdf(100_000))).status).toBe(500);
    expect(await filesLeft()).toBe(0);
  });

  it("refuses a wrong kind before the rest has come", async () => {
    const client = begin();
    const over = nextSettled();
    client.write(Buffer.concat([partHead("a.pdf"), Buffer.alloc(100_000)]));
    await over;
    expect(outcomes).toMatchObject([{ ok: false, reason: "type-not-allowed" }]);
    client.destroy();
  });
});
