import type { ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import type { EvidenceStore } from "#app/storage/evidence-store.ts";
import { downloadHeaders } from "./download-headers.ts";
import type { Download } from "./download-headers.ts";

/**
 * Sends a stored file. Throws the store's error while nothing has been sent (`not-found`, `unavailable`). If the bytes turn out wrong on the way the
 * connection is cut before the last piece, so nobody takes them for whole; the error is then thrown too. A reader who leaves early is no error.
 */
export async function streamDownload(response: ServerResponse, { store, key, ...file }: Download & { store: EvidenceStore; key: string }): Promise<void> {
  const bytes = await store.open(key, { sha256: file.sha256 });
  response.writeHead(200, downloadHeaders(file));
  try {
    await pipeline(bytes, response);
  } catch (error) {
    response.destroy();
    if (error instanceof Error && "code" in error && error.code === "ERR_STREAM_PREMATURE_CLOSE") return;
    throw error;
  }
}
