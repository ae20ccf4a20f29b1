import { createHash } from "node:crypto";
import { Transform } from "node:stream";
import { StorageError } from "./evidence-store.ts";
import type { Written } from "./evidence-store.ts";

/** Passes bytes on and counts and hashes them on the way; `result()` once it has ended. */
export function hashingStream(): Transform & { result(): Written } {
  const hash = createHash("sha256");
  let size = 0;
  let sha256: string | undefined;
  const stream = new Transform({
    highWaterMark: 256 * 1024,
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      size += chunk.length;
      done(null, chunk);
    },
    flush(done) {
      sha256 = hash.digest("hex");
      done();
    },
  });
  return Object.assign(stream, {
    result(): Written {
      if (sha256 === undefined) throw new Error("the stream has not ended");
      return { size, sha256 };
    },
  });
}

/**
 * Passes bytes on and fails with `corrupt` if they do not hash to `sha256` (hex). The last piece is held back until then,
 * so whoever counts bytes never has all of a wrong file.
 */
export function verifyingStream(key: string, sha256: string): Transform {
  const hash = createHash("sha256");
  let held: Buffer | undefined;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      const ready = held;
      held = chunk;
      done(null, ready);
    },
    flush(done) {
      if (hash.digest("hex") !== sha256) return done(new StorageError("corrupt", `the stored bytes are not those that were handed in: ${key}`));
      done(null, held);
    },
  });
}
