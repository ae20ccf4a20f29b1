import { mkdir, open, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { StorageError } from "./evidence-store.ts";

/** The system's error code ("ENOENT"), or undefined when it is not a system error. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

/** Makes a system error on `key` one of ours; anything else (an aborted body, say) comes back untouched. */
export function translated(error: unknown, key: string): unknown {
  const code = codeOf(error);
  if (code === "ENOSPC" || code === "EDQUOT") return new StorageError("store-full", "the evidence store is full", { cause: error });
  if (code === "EEXIST") return new StorageError("exists", `there is such an object already: ${key}`, { cause: error });
  if (code === "ENOENT") return new StorageError("not-found", `no such object: ${key}`, { cause: error });
  if (code === "EIO" || code === "EROFS" || code === "EACCES" || code === "EMFILE") return new StorageError("unavailable", `the evidence folder fails: ${code}`, { cause: error });
  return error;
}

/** Flushes a folder, so that the names in it survive a power cut. */
export async function syncDirectory(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a folder and those above it, and flushes the one that got a new name. */
export async function makeDirectory(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o700 });
  if (first) await syncDirectory(dirname(first));
}

/** Keys of all files below `root` that begin with `prefix`, in order. */
export async function* filesBelow(root: string, prefix: string, folder = ""): AsyncGenerator<string> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
  const names = entries.map((entry) => ({ key: folder + entry.name + (entry.isDirectory() ? "/" : ""), isFolder: entry.isDirectory() }));
  for (const { key, isFolder } of names.sort((a, b) => (a.key < b.key ? -1 : 1))) {
    if (isFolder && (key.startsWith(prefix) || prefix.startsWith(key))) yield* filesBelow(root, prefix, key);
    else if (!isFolder && key.startsWith(prefix)) yield key;
  }
}
