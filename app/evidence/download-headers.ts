import { cleanFileName } from "./file-name.ts";

export type Download = { name: string; mediaType: string; sha256: string; size: number };

const quotable = (name: string) => name.normalize("NFKD").replace(/æ/gu, "ae").replace(/Æ/gu, "Ae").replace(/ø/gu, "oe").replace(/Ø/gu, "Oe").replace(/\p{M}/gu, "").replace(/[^\x20-\x7e]|["\\%]/gu, "_");
const encoded = (name: string) => encodeURIComponent(name).replace(/['()*]/gu, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

/** `Content-Disposition` for any name: a plain one for old programs, the real one beside it (RFC 6266, RFC 8187). */
export function attachmentNamed(name: string): string {
  const clean = cleanFileName(name);
  return `attachment; filename="${quotable(clean)}"; filename*=UTF-8''${encoded(clean)}`;
}

/** The headers a stored file is served with: saved, never shown in our origin, never kept in a cache, never changed on the way. */
export function downloadHeaders({ name, mediaType, sha256, size }: Download): Record<string, string> {
  return {
    "Content-Type": mediaType.startsWith("text/") ? `${mediaType}; charset=utf-8` : mediaType,
    "Content-Length": String(size),
    "Content-Disposition": attachmentNamed(name),
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store, no-transform",
    "X-Content-SHA256": sha256,
  };
}
