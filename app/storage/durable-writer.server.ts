import { open } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { Writable } from "node:stream";

const buffered = 1024 * 1024;
const flushEvery = 16 * 1024 * 1024;

/**
 * Writes a new file and ends only when its bytes are on the disk. It has the disk begin early, while more is still coming,
 * so that little is left to wait for at the end.
 */
export function durableWriter(path: string): Writable {
  let handle: FileHandle;
  let unflushed = 0;
  let flushing: Promise<void> | null = null;
  let flushFailure: unknown;

  async function write(pieces: Buffer[]) {
    let rest = pieces;
    while (rest.length > 0) {
      const { bytesWritten } = await handle.writev(rest);
      unflushed += bytesWritten;
      rest = withoutFirst(rest, bytesWritten);
    }
    if (unflushed < flushEvery || flushing) return;
    unflushed = 0;
    flushing = handle.datasync().catch((error: unknown) => void (flushFailure = error)).finally(() => void (flushing = null));
  }

  return new Writable({
    highWaterMark: buffered,
    construct: (done) => void open(path, "wx", 0o600).then((opened) => { handle = opened; done(); }, done),
    write: (chunk: Buffer, _encoding, done) => void write([chunk]).then(() => done(), done),
    writev: (chunks, done) => void write(chunks.map(({ chunk }) => chunk as Buffer)).then(() => done(), done),
    final(done) {
      (async () => {
        await flushing;
        if (flushFailure) throw flushFailure;
        await handle.sync();
      })().then(() => done(), done);
    },
    destroy: (error, done) => void Promise.resolve(flushing).then(() => handle?.close()).then(() => done(error), done),
  });
}

/** What is left of `pieces` when their first `count` bytes are gone: a disk may take less than it was given. */
function withoutFirst(pieces: Buffer[], count: number): Buffer[] {
  let left = count;
  return pieces.flatMap((piece) => {
    const gone = Math.min(left, piece.length);
    left -= gone;
    return gone < piece.length ? [piece.subarray(gone)] : [];
  });
}
