import { S3ServiceException } from "@aws-sdk/client-s3";
import { StorageError } from "./evidence-store.ts";

/** Does the store say that there is no such object? */
export function isAbsent(error: unknown): boolean {
  return error instanceof S3ServiceException && (error.name === "NoSuchKey" || error.name === "NotFound" || error.$metadata.httpStatusCode === 404);
}

/** Makes an answer of the store, or its silence, one of our errors. */
export function translated(error: unknown, key: string): unknown {
  if (error instanceof StorageError) return error;
  if (isAbsent(error)) return new StorageError("not-found", `no such object: ${key}`, { cause: error });
  if (error instanceof S3ServiceException) {
    const full = error.name === "QuotaExceeded" || error.name === "InsufficientStorage" || error.$metadata.httpStatusCode === 507;
    if (full) return new StorageError("store-full", "the evidence store is full", { cause: error });
    if (error.$metadata.httpStatusCode === 412) return new StorageError("exists", `there is such an object already: ${key}`, { cause: error });
  }
  return new StorageError("unavailable", `the evidence store fails: ${error instanceof Error ? error.name : String(error)}`, { cause: error });
}
