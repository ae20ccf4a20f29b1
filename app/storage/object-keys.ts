import { StorageError } from "./evidence-store.ts";

const segment = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;
const digest = /^[0-9a-f]{64}$/;

export const quarantinePrefix = "quarantine/";

/** Where an upload waits until it is judged. `uploadId` is a fresh UUID. */
export const quarantineKey = (uploadId: string) => `${quarantinePrefix}${uploadId}`;

/** Where accepted evidence of an organisation lies: the same bytes twice are one object. */
export const evidenceKey = (organisationId: string, sha256: string) => `evidence/${organisationId}/${sha256}`;

/** Where an evidence package of an organisation lies. */
export const packageKey = (organisationId: string, sha256: string) => `packages/${organisationId}/${sha256}`;

/** Throws `bad-key` unless the key is made of plain segments: no empty one, no dots in front, nothing that climbs. */
export function requireKey(key: string): string {
  const plain = key.length <= 512 && key.split("/").every((part) => segment.test(part));
  if (!plain) throw new StorageError("bad-key", `not an object key: ${JSON.stringify(key.slice(0, 80))}`);
  return key;
}

/** Throws `kept` unless the key is in quarantine: nothing else is ever removed or moved. */
export function requireQuarantined(key: string): string {
  if (!requireKey(key).startsWith(quarantinePrefix)) throw new StorageError("kept", `what is kept is not removed: ${key}`);
  return key;
}

/** The SHA-256 a lasting key carries as its last segment, or null. */
export function digestOfKey(key: string): string | null {
  const last = key.slice(key.lastIndexOf("/") + 1);
  return digest.test(last) ? last : null;
}
