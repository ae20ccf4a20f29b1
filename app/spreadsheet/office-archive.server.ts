import type { Readable } from "node:stream";
import yauzl from "yauzl";
import type { Entry, RandomAccessReader, ZipFile } from "yauzl";

const limits = { entries: 1_000, bytes: 200 * 1024 * 1024, ratio: 100, contentTypes: 1024 * 1024 };
const options = { lazyEntries: true, autoClose: false, strictFileNames: true, validateEntrySizes: true, decodeStrings: true };
const mainPart = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
};

const open = (source: Buffer | { reader: RandomAccessReader; size: number }) => new Promise<ZipFile>((resolve, reject) => {
  const opened = (error: Error | null, zip: ZipFile) => (error ? reject(error) : resolve(zip));
  if (Buffer.isBuffer(source)) yauzl.fromBuffer(source, options, opened);
  else yauzl.fromRandomAccessReader(source.reader, source.size, options, opened);
});

/** Whether there is an archive in these bytes at all; nothing of it is unpacked. */
export const isArchive = (bytes: Buffer): Promise<boolean> => open(bytes).then(() => true, () => false);

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

/** Is shown each part as it is inflated, piece by piece; false ends the reading. */
export type PartWatcher = (name: string) => (piece: Buffer) => boolean;

/** Inflates everything once, throwing it away but for the list of content types: sizes that lie are found out here. Null when the watcher has seen enough. */
async function contentTypes(zip: ZipFile, entries: Entry[], watch: PartWatcher): Promise<string | null> {
  let list = "";
  for (const entry of entries) {
    const isList = entry.fileName === "[Content_Types].xml" && entry.uncompressedSize <= limits.contentTypes;
    const goesOn = watch(entry.fileName);
    for await (const piece of await openEntry(zip, entry)) {
      if (isList) list += (piece as Buffer).toString("latin1");
      if (!goesOn(piece as Buffer)) return null;
    }
  }
  return list;
}

/**
 * Is this an Office document of the kind, small enough to unpack, without macros, encryption, links or names that climb?
 * At most 1,000 entries, 200 MiB unpacked, 100 times its size. Throws what the archive's reader throws, and on a broken archive.
 */
export async function isOfficeArchive(source: Buffer | { reader: RandomAccessReader; size: number }, kind: "docx" | "xlsx", watch: PartWatcher = () => () => true): Promise<boolean> {
  const zip = await open(source);
  if (zip.entryCount > limits.entries) return false;
  const entries = await listEntries(zip);
  if (!mayUnpack(entries, Buffer.isBuffer(source) ? source.length : source.size)) return false;
  const types = await contentTypes(zip, entries, watch);
  return types !== null && types.includes(mainPart[kind]) && !types.includes("macroEnabled");
}
