import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import {
  AbortMultipartUploadCommand, CopyObjectCommand, DeleteObjectCommand, GetObjectCommand, HeadObjectCommand,
  ListMultipartUploadsCommand, ListObjectsV2Command, PutObjectCommand, S3Client,
} from "@aws-sdk/client-s3";
import { Upload } from "@aws-sdk/lib-storage";
import { StorageError } from "./evidence-store.ts";
import type { EvidenceStore, ListedObject, ObjectHead, StoreHealth } from "./evidence-store.ts";
import { hashingStream, verifyingStream } from "./hash-stream.ts";
import { digestOfKey, quarantineKey, requireKey, requireQuarantined } from "./object-keys.ts";
import { isAbsent, translated } from "./s3-errors.server.ts";

export type S3Settings = {
  endpoint?: string;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** Most stores other than AWS refuse or damage the SDK's default checksums: leave this at "WHEN_REQUIRED" for them. */
  checksums: "WHEN_REQUIRED" | "WHEN_SUPPORTED";
  /** True when the bucket has Object Lock: promoted objects with a retention date are then locked in compliance mode. */
  objectLock: boolean;
};

const partSize = 8 * 1024 * 1024;

/** Evidence in an S3 bucket. Integrity is ours: a SHA-256 of our own is in the key and the metadata and checked at each read. */
export function openS3Store(settings: S3Settings): EvidenceStore {
  const client = new S3Client({
    ...(settings.endpoint ? { endpoint: settings.endpoint, forcePathStyle: true } : {}),
    region: settings.region,
    credentials: { accessKeyId: settings.accessKeyId, secretAccessKey: settings.secretAccessKey },
    requestChecksumCalculation: settings.checksums,
    responseChecksumValidation: settings.checksums,
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 60_000 },
  });
  const at = (key: string) => ({ Bucket: settings.bucket, Key: requireKey(key) });

  async function put(key: string, body: Readable) {
    if (await head(key)) throw new StorageError("exists", `there is such an object already: ${key}`);
    const hasher = hashingStream();
    let bodyError: unknown;
    const flowing = pipeline(body, hasher).catch((error: unknown) => void (bodyError = error));
    const upload = new Upload({ client, params: { ...at(key), Body: hasher, ContentType: "application/octet-stream" }, partSize, queueSize: 1 });
    try {
      await upload.done(); // on failure the parts already sent are taken back
      await flowing;
    } catch (error) {
      hasher.destroy();
      await flowing;
      throw hasher.readableEnded || !bodyError ? translated(error, key) : bodyError;
    }
    return hasher.result();
  }

  async function head(key: string): Promise<ObjectHead | null> {
    try {
      const found = await client.send(new HeadObjectCommand(at(key)));
      return { size: found.ContentLength ?? 0, modifiedAt: found.LastModified ?? new Date(0), sha256: found.Metadata?.sha256 ?? digestOfKey(key) };
    } catch (error) {
      if (isAbsent(error)) return null;
      throw translated(error, key);
    }
  }

  async function read(key: string, range?: string): Promise<Readable> {
    const found = await client.send(new GetObjectCommand({ ...at(key), Range: range })).catch((error: unknown) => {
      throw translated(error, key);
    });
    if (!(found.Body instanceof Readable)) throw new StorageError("unavailable", `no body came for ${key}`);
    return found.Body;
  }

  async function open(key: string, { sha256 }: { sha256: string }) {
    const verifier = verifyingStream(key, sha256);
    pipeline(await read(key), verifier).catch(() => {}); // the verifier carries the error to the reader
    return verifier;
  }

  const readRange = (key: string, { start, end }: { start: number; end: number }) => read(key, `bytes=${start}-${end}`);

  async function promote(from: string, to: string, { sha256, retainUntil }: { sha256: string; retainUntil?: Date }) {
    requireQuarantined(from);
    const kept = await head(to);
    if (kept) {
      for await (const _ of await open(to, { sha256 })) void _; // throws `corrupt` unless they agree
      return remove(from);
    }
    const lock = settings.objectLock && retainUntil ? { ObjectLockMode: "COMPLIANCE" as const, ObjectLockRetainUntilDate: retainUntil } : {};
    const copy = new CopyObjectCommand({
      ...at(to), CopySource: `${settings.bucket}/${from}`, MetadataDirective: "REPLACE", Metadata: { sha256 }, ContentType: "application/octet-stream", ...lock,
    });
    await client.send(copy).catch((error: unknown) => {
      throw translated(error, from);
    });
    await remove(from);
  }

  async function remove(key: string) {
    await client.send(new DeleteObjectCommand(at(requireQuarantined(key)))).catch((error: unknown) => {
      if (!isAbsent(error)) throw translated(error, key);
    });
  }

  async function* list(prefix: string): AsyncGenerator<ListedObject> {
    let token: string | undefined;
    do {
      const page = await client.send(new ListObjectsV2Command({ Bucket: settings.bucket, Prefix: prefix, ContinuationToken: token })).catch((error: unknown) => {
        throw translated(error, prefix);
      });
      for (const { Key, Size, LastModified } of page.Contents ?? []) {
        if (Key && LastModified) yield { key: Key, size: Size ?? 0, modifiedAt: LastModified };
      }
      token = page.IsTruncated ? page.NextContinuationToken : undefined;
    } while (token);
  }

  async function sweep(before: Date) {
    const open = await client.send(new ListMultipartUploadsCommand({ Bucket: settings.bucket })).catch((error: unknown) => {
      throw translated(error, settings.bucket);
    });
    const stale = (open.Uploads ?? []).filter(({ Initiated }) => Initiated && Initiated < before);
    for (const { Key, UploadId } of stale) await client.send(new AbortMultipartUploadCommand({ Bucket: settings.bucket, Key, UploadId }));
    return stale.length;
  }

  async function check(): Promise<StoreHealth> {
    const probe = quarantineKey(randomUUID());
    try {
      await client.send(new PutObjectCommand({ ...at(probe), Body: "probe" }));
      await remove(probe);
      return { ok: true };
    } catch (error) {
      return { ok: false, reason: `the evidence store does not answer: ${error instanceof Error ? error.name : String(error)}` };
    }
  }

  return { worm: settings.objectLock ? "object-lock" : "software", put, open, readRange, head, promote, remove, list, sweep, check };
}
