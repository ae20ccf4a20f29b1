import { PassThrough } from "node:stream";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import yauzl from "yauzl";
import type { Entry, ZipFile } from "yauzl";
import { StorageError } from "#app/storage/evidence-store.ts";
import type { EvidenceStore } from "#app/storage/evidence-store.ts";

const limits = { entries: 1_000, bytes: 200 * 1024 * 1024, ratio: 100, contentTypes: 1024 * 1024 };
const mainPart = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
};

class ObjectReader extends yauzl.RandomAccessReader {
  readonly #store: EvidenceStore;
  readonly #key: string;
  constructor(store: EvidenceStore, key: string) {
    super();
    this.#store = store;
    this.#key = key;
  }
  override _readStreamForRange(start: number, end: number): PassThrough {
    const through = new PassThrough();
    this.#store.readRange(this.#key, { start, end: end - 1 }).then((bytes) => pipeline(bytes, through)).catch((error: Error) => through.destroy(error));
    return through;
  }
}

const openArchive = (reader: ObjectReader, size: number) => new Promise<ZipFile>((resolve, reject) => {
  const options = { lazyEntries: true, autoClose: false, strictFileNames: true, validateEntrySizes: true, decodeStrings: true };
  yauzl.fromRandomAccessReader(reader, size, options, (error, zip) => (error ? reject(error) : resolve(zip)));
});

const listEntries = (zip: ZipFile) => new Promise<Entry[]>((resolve, reject) => {
  const entries: Entry[] = [];
  zip.on("entry", (entry: Entry) => {
    entries.push(entry);
    zip.readEntry();
  });
  zip.on("end", () => resolve(entries)).on("error", reject); // a name that climbs, is absolute or has a backslash is such an error
  zip.readEntry();
});

const openEntry = (zip: ZipFile, entry: Entry) => new Promise<Readable>((resolve, reject) => {
  zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
});

/** Entries laid over one another inflate to more than the archive holds. */
function overlaps(entries: Entry[]): boolean {
  const inOrder = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  return inOrder.some((entry, index) => {
    const next = inOrder[index + 1];
    return next !== undefined && entry.relativeOffsetOfLocalHeader + 30 + entry.compressedSize > next.relativeOffsetOfLocalHeader;
  });
}

function mayUnpack(entries: Entry[], size: number): boolean {
  const total = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  const names = new Set(entries.map(({ fileName }) => fileName.toLowerCase()));
  const isLink = ({ externalFileAttributes }: Entry) => ((externalFileAttributes >>> 16) & 0o170000) === 0o120000;
  const hasMacros = [...names].some((name) => name.endsWith("vbaproject.bin"));
  return total <= limits.bytes && total <= size * limits.ratio && names.size === entries.length && !hasMacros && !overlaps(entries)
    && entries.every((entry) => !entry.isEncrypted() && !isLink(entry) && (entry.compressionMethod === 0 || entry.compressionMethod === 8));
}

/** Inflates everything once, throwing it away but for the list of content types: sizes that lie are found out here. */
async function contentTypes(zip: ZipFile, entries: Entry[]): Promise<string> {
  let list = "";
  for (const entry of entries) {
    const isList = entry.fileName === "[Content_Types].xml" && entry.uncompressedSize <= limits.contentTypes;
    for await (const piece of await openEntry(zip, entry)) if (isList) list += (piece as Buffer).toString("latin1");
  }
  return list;
}

/**
 * Is the stored object an Office document of this kind, small enough to unpack, without macros, encryption, links or names that climb?
 * At most 1,000 entries, 200 MiB unpacked, 100 times its size. Errors of the store are thrown.
 */
export async function isOfficeDocument(store: EvidenceStore, key: string, size: number, kind: "docx" | "xlsx"): Promise<boolean> {
  try {
    const zip = await openArchive(new ObjectReader(store, key), size);
    if (zip.entryCount > limits.entries) return false;
    const entries = await listEntries(zip);
    if (!mayUnpack(entries, size)) return false;
    const types = await contentTypes(zip, entries);
    return types.includes(mainPart[kind]) && !types.includes("macroEnabled");
  } catch (error) {
    if (error instanceof StorageError) throw error;
    return false;
  }
}
