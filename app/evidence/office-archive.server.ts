import { PassThrough } from "node:stream";
import { pipeline } from "node:stream/promises";
import yauzl from "yauzl";
import { isOfficeArchive } from "#app/spreadsheet/office-archive.server.ts";
import { StorageError } from "#app/storage/evidence-store.ts";
import type { EvidenceStore } from "#app/storage/evidence-store.ts";

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

/** Is the stored object an Office document of this kind, within the limits of spreadsheet/office-archive? Errors of the store are thrown. */
export async function isOfficeDocument(store: EvidenceStore, key: string, size: number, kind: "docx" | "xlsx"): Promise<boolean> {
  try {
    return await isOfficeArchive({ reader: new ObjectReader(store, key), size }, kind);
  } catch (error) {
    if (error instanceof StorageError) throw error;
    return false;
  }
}
