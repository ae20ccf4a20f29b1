import type { Readable } from "node:stream";

export type StorageErrorCode = "not-found" | "exists" | "corrupt" | "store-full" | "unavailable" | "bad-key" | "kept";

/** The one error a store throws of its own; an error of the body handed in is passed on as it is. */
export class StorageError extends Error {
  readonly code: StorageErrorCode;
  constructor(code: StorageErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = "StorageError";
    this.code = code;
  }
}

export type Written = { size: number; sha256: string };
export type ObjectHead = { size: number; modifiedAt: Date; sha256: string | null };
export type ListedObject = { key: string; size: number; modifiedAt: Date };
export type StoreHealth = { ok: true } | { ok: false; reason: string };

/**
 * Where evidence lies. Bytes arrive under `quarantine/`, are judged, and are promoted to a key that carries their own SHA-256.
 * What has been promoted is never replaced and never removed here. Access is decided by the database row, never by the key.
 */
export interface EvidenceStore {
  /** "object-lock": the store itself refuses deletion. "software": only this program does; interface and package say so openly. */
  readonly worm: "software" | "object-lock";
  /** Writes the whole stream or nothing. Never replaces: `exists`. A failed or aborted body leaves no object. `store-full` when space is out. */
  put(key: string, body: Readable): Promise<Written>;
  /** The object's bytes. The last piece is held back until the SHA-256 agrees; if it does not, the stream fails with `corrupt`. */
  open(key: string, expected: { sha256: string }): Promise<Readable>;
  /** Bytes `start` to `end`, both included, unverified: for looking into a file, never for handing it out. */
  readRange(key: string, range: { start: number; end: number }): Promise<Readable>;
  /** Null when there is no such object. */
  head(key: string): Promise<ObjectHead | null>;
  /** Moves a quarantined object to its lasting key. Run twice, it does nothing the second time; other content under that key is `corrupt`. */
  promote(from: string, to: string, options: { sha256: string; retainUntil?: Date }): Promise<void>;
  /** Removes a quarantined object, present or not. Any other key is refused with `kept`. */
  remove(key: string): Promise<void>;
  /** Every object whose key begins with `prefix`, in the order of keys. */
  list(prefix: string): AsyncIterable<ListedObject>;
  /** Clears away writes begun before `before` that never ended. Returns how many. */
  sweep(before: Date): Promise<number>;
  /** Can the store be written and read at this moment? */
  check(): Promise<StoreHealth>;
}
