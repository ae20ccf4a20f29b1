import type { EvidenceStore } from "./evidence-store.ts";
import { openFsStore } from "./fs-store.server.ts";
import { openS3Store } from "./s3-store.server.ts";
import type { S3Settings } from "./s3-store.server.ts";

export type StoreSettings = { kind: "fs"; directory: string } | ({ kind: "s3" } & S3Settings);

/** Opens the evidence store the settings name. Nothing is read or written yet. */
export function openStore(settings: StoreSettings): EvidenceStore {
  return settings.kind === "fs" ? openFsStore(settings.directory) : openS3Store(settings);
}
