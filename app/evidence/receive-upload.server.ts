import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import Busboy from "@fastify/busboy";
import { StorageError } from "#app/storage/evidence-store.ts";
import type { EvidenceStore } from "#app/storage/evidence-store.ts";
import { quarantineKey } from "#app/storage/object-keys.ts";
import { inspectingStream } from "./file-kind.server.ts";
import { fileKinds, kindOfName } from "./file-kinds.ts";
import type { FileKind } from "./file-kinds.ts";
import { cleanFileName } from "./file-name.ts";
import { isOfficeDocument } from "./office-archive.server.ts";
import { UploadRefusal } from "./upload-refusal.ts";
import type { RefusalReason } from "./upload-refusal.ts";

export type UploadLimits = { fileBytes: number; idleMs: number };
export const uploadLimits: UploadLimits = { fileBytes: 100 * 1024 * 1024, idleMs: 60_000 };

/** A file that came whole, was looked at and lies in quarantine under `key`. */
export type ReceivedFile = { key: string; name: string; kind: FileKind; mediaType: string; size: number; sha256: string };
export type UploadFields = Readonly<Record<string, string>>;
export type UploadOutcome<T> = { ok: true; value: T } | { ok: false; reason: RefusalReason; status: number };

const formOverhead = 256 * 1024;

async function takeFile(file: Readable, sentName: string, store: EvidenceStore): Promise<ReceivedFile> {
  const name = cleanFileName(sentName);
  const kind = kindOfName(name);
  if (!kind) throw new UploadRefusal("type-not-allowed");
  const inspector = inspectingStream(kind);
  pipeline(file, inspector).catch(() => {}); // whatever happens to the file happens to the inspector, and so to `put`
  const key = quarantineKey(randomUUID());
  const { size, sha256 } = await store.put(key, inspector);
  try {
    if ((kind === "docx" || kind === "xlsx") && !(await isOfficeDocument(store, key, size, kind))) throw new UploadRefusal("type-not-allowed");
  } catch (error) {
    await store.remove(key);
    throw error;
  }
  return { key, name, kind, mediaType: fileKinds[kind].mediaType, size, sha256 };
}

/** Reads the form to its end: the fields, and one file on its way into the store. */
function readForm(request: IncomingMessage, store: EvidenceStore, limits: UploadLimits): Promise<{ fields: UploadFields; file: ReceivedFile }> {
  const fields: Record<string, string> = Object.create(null) as Record<string, string>;
  const bounds = { files: 1, fileSize: limits.fileBytes, fields: 20, fieldSize: 4_096, parts: 40, headerPairs: 20, headerSize: 8_192 };
  const form = new Busboy({ headers: { ...request.headers, "content-type": request.headers["content-type"] ?? "" }, limits: bounds, highWaterMark: 256 * 1024, fileHwm: 256 * 1024 });
  let arriving: Promise<ReceivedFile> | undefined;
  let stop: (refusal: Error) => void = () => {};
  let stopped = false;

  const read = new Promise<void>((resolve, reject) => {
    stop = (refusal) => {
      stopped = true;
      reject(refusal);
    };
    form.on("field", (name, value) => void (fields[name] = value));
    form.on("file", (_field, file, sentName) => {
      if (stopped) return void file.destroy();
      arriving = takeFile(file, sentName ?? "", store);
      arriving.catch(reject);
      stop = (refusal) => {
        reject(refusal);
        file.destroy(refusal);
      };
      file.once("limit", () => stop(new UploadRefusal("too-large")));
    });
    for (const tooMany of ["filesLimit", "fieldsLimit", "partsLimit"] as const) form.on(tooMany, () => stop(new UploadRefusal("malformed")));
    form.on("error", (cause) => stop(new UploadRefusal("malformed", { cause })));
    form.on("finish", resolve);
  });
  const ended = () => {
    if (!request.complete) stop(new UploadRefusal("aborted"));
  };
  if (request.destroyed) ended();
  request.once("close", ended);
  request.setTimeout(limits.idleMs, () => stop(new UploadRefusal("aborted")));
  request.pipe(form);

  return (async () => {
    try {
      await read;
      const file = await arriving;
      if (!file) throw new UploadRefusal("no-file");
      return { fields, file };
    } catch (error) {
      request.unpipe(form);
      const file = await arriving?.catch(() => undefined); // the store has cleared up when this is over
      if (file) await store.remove(file.key);
      throw error;
    } finally {
      request.off("close", ended);
    }
  })();
}

function refusalOf(error: unknown): UploadRefusal | null {
  if (error instanceof UploadRefusal) return error;
  if (!(error instanceof StorageError)) return null;
  return new UploadRefusal(error.code === "store-full" ? "store-full" : "store-unavailable", { cause: error });
}

/** Lets what is still coming run out, so that the browser gets to read the answer; more than twice the limit is cut off. */
function drain(request: IncomingMessage, limits: UploadLimits): void {
  let left = 2 * limits.fileBytes;
  request.setTimeout(limits.idleMs, () => request.destroy());
  request.on("data", (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) request.destroy();
  });
  request.resume();
}

/**
 * Takes one file from a multipart form straight into quarantine, in one pass: counted, hashed, sniffed and written as it comes, never held whole.
 * `onFile` then stores what is known about it; whatever it throws takes the object away again. A refused upload leaves nothing behind.
 */
export async function receiveUpload<T>(
  request: IncomingMessage,
  { limits = uploadLimits, store, onFile }: { limits?: UploadLimits; store: EvidenceStore; onFile: (file: ReceivedFile, fields: UploadFields) => Promise<T> },
): Promise<UploadOutcome<T>> {
  try {
    if (!/^multipart\/form-data\s*;.*boundary=/iu.test(request.headers["content-type"] ?? "")) throw new UploadRefusal("malformed");
    if (Number(request.headers["content-length"] ?? 0) > limits.fileBytes + formOverhead) throw new UploadRefusal("too-large");
    const { file, fields } = await readForm(request, store, limits);
    try {
      return { ok: true, value: await onFile(file, fields) };
    } catch (error) {
      await store.remove(file.key);
      throw error;
    }
  } catch (error) {
    drain(request, limits);
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    return { ok: false, reason: refusal.reason, status: refusal.status };
  }
}
