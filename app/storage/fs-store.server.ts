import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { access, chmod, constants, link, readdir, rm, stat, statfs, unlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { durableWriter } from "./durable-writer.server.ts";
import { StorageError } from "./evidence-store.ts";
import type { EvidenceStore, ListedObject, StoreHealth } from "./evidence-store.ts";
import { codeOf, filesBelow, makeDirectory, syncDirectory, translated } from "./fs-durable.server.ts";
import { hashingStream, verifyingStream } from "./hash-stream.ts";
import { digestOfKey, quarantineKey, requireKey, requireQuarantined } from "./object-keys.ts";

/**
 * Evidence in a folder: a temporary file, flushed to disk, then linked to its name (which fails if the name is taken), then the
 * folder flushed. After a power cut an object is there whole or not at all. Deletion is refused by this program only.
 */
export function openFsStore(directory: string, minimumFreeBytes = 256 * 1024 * 1024): EvidenceStore {
  const objects = join(directory, "objects");
  const unfinished = join(directory, "unfinished");
  const pathOf = (key: string) => join(objects, requireKey(key));

  async function put(key: string, body: Readable) {
    const target = pathOf(key);
    await makeDirectory(unfinished);
    const temporary = join(unfinished, randomUUID());
    const hasher = hashingStream();
    try {
      await pipeline(body, hasher, durableWriter(temporary));
      await makeDirectory(dirname(target));
      await link(temporary, target);
      await syncDirectory(dirname(target));
    } catch (error) {
      throw translated(error, key);
    } finally {
      await rm(temporary, { force: true });
    }
    return hasher.result();
  }

  async function head(key: string) {
    const found = await stat(pathOf(key)).catch((error: unknown) => {
      if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return null;
      throw translated(error, key);
    });
    return found?.isFile() ? { size: found.size, modifiedAt: found.mtime, sha256: digestOfKey(key) } : null;
  }

  async function requireObject(key: string) {
    if (!(await head(key))) throw new StorageError("not-found", `no such object: ${key}`);
  }

  async function open(key: string, { sha256 }: { sha256: string }) {
    await requireObject(key);
    const verifier = verifyingStream(key, sha256);
    pipeline(createReadStream(pathOf(key), { highWaterMark: 256 * 1024 }), verifier).catch(() => {}); // the verifier carries the error to the reader
    return verifier;
  }

  async function readRange(key: string, range: { start: number; end: number }) {
    await requireObject(key);
    return createReadStream(pathOf(key), range);
  }

  async function hasBytes(key: string, sha256: string) {
    for await (const _ of await open(key, { sha256 })) void _; // throws `corrupt` unless they agree
  }

  async function promote(from: string, to: string, { sha256 }: { sha256: string }) {
    requireQuarantined(from);
    const target = pathOf(to);
    if (!(await head(from)) && (await head(to))) return hasBytes(to, sha256);
    try {
      await makeDirectory(dirname(target));
      await link(pathOf(from), target);
      await chmod(target, 0o400);
      await syncDirectory(dirname(target));
    } catch (error) {
      if (codeOf(error) !== "EEXIST") throw translated(error, to);
      await hasBytes(to, sha256);
    }
    await rm(pathOf(from), { force: true });
  }

  async function remove(key: string) {
    await rm(pathOf(requireQuarantined(key)), { force: true });
  }

  async function* list(prefix: string): AsyncGenerator<ListedObject> {
    for await (const key of filesBelow(objects, prefix)) {
      const found = await head(key);
      if (found) yield { key, size: found.size, modifiedAt: found.modifiedAt };
    }
  }

  async function sweep(before: Date) {
    let swept = 0;
    for (const name of await readdir(unfinished).catch(() => [])) {
      const path = join(unfinished, name);
      const found = await stat(path).catch(() => null);
      if (!found || found.mtime >= before) continue;
      await rm(path, { force: true });
      swept += 1;
    }
    return swept;
  }

  async function check(): Promise<StoreHealth> {
    const probe = pathOf(quarantineKey(randomUUID()));
    try {
      await makeDirectory(dirname(probe));
      await writeFile(probe, "probe", { flag: "wx" });
      await access(probe, constants.R_OK);
      await unlink(probe);
      const { bavail, bsize } = await statfs(directory);
      return bavail * bsize < minimumFreeBytes ? { ok: false, reason: `less than ${Math.round(minimumFreeBytes / 2 ** 20)} MiB free` } : { ok: true };
    } catch (error) {
      return { ok: false, reason: `the evidence folder cannot be written: ${codeOf(error) ?? String(error)}` };
    }
  }

  return { worm: "software", put, open, readRange, head, promote, remove, list, sweep, check };
}
