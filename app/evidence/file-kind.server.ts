import { Transform } from "node:stream";
import { fileTypeFromBuffer } from "file-type";
import type { FileKind } from "./file-kinds.ts";
import { textCheck } from "./text-check.ts";
import { UploadRefusal } from "./upload-refusal.ts";

const sniffed = 4096;
const archiveHead = Buffer.from("PK\x03\x04", "latin1");
const notText = new Set(["pdf", "xml", "rtf", "ps", "eps", "html"]);

/** Do the first bytes of a file agree with the kind its name claims? */
async function headAgrees(kind: FileKind, head: Buffer): Promise<boolean> {
  if (kind === "docx" || kind === "xlsx") return head.subarray(0, 4).equals(archiveHead); // which of them it is, the archive's directory tells later
  const found = (await fileTypeFromBuffer(head).catch(() => undefined))?.ext;
  if (kind === "csv" || kind === "txt") return found === undefined || !notText.has(found); // the text check decides; "BM…" is a word, not a bitmap
  return found === (kind === "jpeg" ? "jpg" : kind);
}

/** Passes a file on while looking at it; fails with `empty` or `type-not-allowed` as soon as that is known. */
export function inspectingStream(kind: FileKind): Transform {
  const text = kind === "csv" || kind === "txt" ? textCheck() : null;
  let head: Buffer | null = Buffer.alloc(0);
  const refused = new UploadRefusal("type-not-allowed");

  return new Transform({
    highWaterMark: 256 * 1024,
    transform(chunk: Buffer, _encoding, done) {
      if (text && !text.piece(chunk)) return done(refused);
      if (head === null) return done(null, chunk);
      head = head.length ? Buffer.concat([head, chunk]) : chunk;
      if (head.length < sniffed) return done();
      const start = head;
      head = null;
      headAgrees(kind, start.subarray(0, sniffed)).then((agrees) => (agrees ? done(null, start) : done(refused)), done);
    },
    flush(done) {
      if (text && !text.end()) return done(refused);
      if (head === null) return done();
      const start = head;
      if (start.length === 0) return done(new UploadRefusal("empty"));
      headAgrees(kind, start).then((agrees) => (agrees ? done(null, start) : done(refused)), done);
    },
  });
}
