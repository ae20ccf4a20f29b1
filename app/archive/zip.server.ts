import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { PassThrough, pipeline } from "node:stream";
import yazl from "yazl";
import { verifyingStream } from "#app/storage/hash-stream.ts";
import { isPackagePath, manifestName, manifestOf } from "./manifest.ts";

/** One file of a package: bytes at hand, or a stream opened when its turn comes, with the SHA-256 it must have. */
export type PackageMember = { path: string; modifiedAt: Date } & ({ bytes: Buffer } | { open: () => Promise<Readable>; sha256: string });

/** Shows its UTC parts as local ones: the archive's old time field is written from those, and must not depend on where this runs. */
class UtcDate extends Date {
  override getFullYear() { return this.getUTCFullYear(); }
  override getMonth() { return this.getUTCMonth(); }
  override getDate() { return this.getUTCDate(); }
  override getHours() { return this.getUTCHours(); }
  override getMinutes() { return this.getUTCMinutes(); }
  override getSeconds() { return this.getUTCSeconds(); }
}

const mode = 0o100644;

function requireDistinct(members: readonly PackageMember[]): void {
  const seen = new Set([manifestName]);
  for (const { path } of members) {
    if (!isPackagePath(path)) throw new Error(`not a path for a package: ${path}`);
    if (seen.has(path.toLowerCase())) throw new Error(`twice in one package: ${path}`);
    seen.add(path.toLowerCase());
  }
}

/**
 * The package as a ZIP, written while it is read: members in the order of their paths, `manifest-sha256.txt` (time: `sealedAt`) last.
 * The same members give the same bytes. The stream fails if a member's bytes are not those of its SHA-256. Throws on a path that is not plain or comes twice.
 */
export function packageStream(members: readonly PackageMember[], sealedAt: Date): Readable {
  requireDistinct(members);
  const zip = new yazl.ZipFile();
  const output = new PassThrough({ highWaterMark: 256 * 1024 });
  const fail = (error: Error) => void output.destroy(error);
  zip.on("error", fail);
  pipeline(zip.outputStream, output, () => {});
  let reading: Readable | undefined;
  output.once("close", () => reading?.destroy());

  const sums: { path: string; sha256: string }[] = [];
  for (const member of members.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    const options = { mtime: new UtcDate(member.modifiedAt), mode };
    if ("bytes" in member) {
      sums.push({ path: member.path, sha256: createHash("sha256").update(member.bytes).digest("hex") });
      zip.addBuffer(member.bytes, member.path, options);
      continue;
    }
    sums.push({ path: member.path, sha256: member.sha256 });
    // Deflated even if nothing is gained: a stored member of unknown checksum is what some unpackers cannot read.
    zip.addReadStreamLazy(member.path, { ...options, compressionLevel: 1 }, (give) => {
      member.open().then((bytes) => {
        const verified = pipeline(bytes, verifyingStream(member.path, member.sha256), (error) => { if (error) fail(error); });
        reading = bytes;
        give(null, verified);
      }, fail);
    });
  }
  zip.addBuffer(Buffer.from(manifestOf(sums)), manifestName, { mtime: new UtcDate(sealedAt), mode });
  zip.end();
  return output;
}
