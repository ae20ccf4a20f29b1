import { createHash, randomBytes } from "node:crypto";

/** A new one-time token of 256 bits, fit for a link. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What the database keeps of a session id or token: its SHA-256 as hex. The raw value is never stored (security.md §2). */
export function hashOf(raw: string): string {
  return createHash("sha256").update(raw).digest("hex");
}
