import { isUtf8 } from "node:buffer";

const allowedControls = new Set([0x09, 0x0a, 0x0c, 0x0d]);

/** How many bytes at the end of `bytes` begin a UTF-8 character that is not complete: 0 to 3. */
function unfinishedTail(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return 0;
    if (byte < 0xc0) continue; // a following byte: its first lies further back
    const whole = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return whole > back ? back : 0;
  }
  return 0;
}

function hasControls(bytes: Buffer): boolean {
  for (const byte of bytes) if (byte < 0x20 && !allowedControls.has(byte)) return true;
  return false;
}

/** Is a stream of pieces plain UTF-8 text? Feed `piece` each, then ask `end`: false once and for all when it is not. */
export function textCheck(): { piece(bytes: Buffer): boolean; end(): boolean } {
  let rest = Buffer.alloc(0);
  let good = true;
  return {
    piece(bytes) {
      const all = rest.length ? Buffer.concat([rest, bytes]) : bytes;
      const tail = unfinishedTail(all);
      const whole = all.subarray(0, all.length - tail);
      rest = Buffer.from(all.subarray(all.length - tail));
      good = good && isUtf8(whole) && !hasControls(whole);
      return good;
    },
    end: () => good && rest.length === 0,
  };
}
