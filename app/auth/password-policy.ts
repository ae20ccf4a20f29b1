import { TOP_PASSWORDS } from "./top-passwords.ts";

export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 128;

export type PasswordFlaw = "too-short" | "too-long" | "common" | "own-words";

/** One form for what looks the same (NFC), so that a password typed on another keyboard is the same password. */
export function normalPassword(password: string): string {
  return password.normalize("NFC");
}

/**
 * What is wrong with a new password, or null. 12–128 characters, no rule of composition; not among the usual ones, and not made of the
 * person's or the organisation's own name (security.md §2, after NIST SP 800-63B and OWASP ASVS 6.2).
 */
export function passwordFlaw(password: string, own: { email: string; names: readonly string[] }): PasswordFlaw | null {
  const text = normalPassword(password);
  const length = [...text].length;
  if (length < SHORTEST_PASSWORD) return "too-short";
  if (length > LONGEST_PASSWORD) return "too-long";
  const plain = text.toLowerCase();
  if (isUsual(plain)) return "common";
  const squeezed = squeeze(plain);
  return ownWords(own).some((word) => squeezed.includes(word)) ? "own-words" : null;
}

function isUsual(plain: string): boolean {
  const stem = plain.replace(/[^\p{L}]+$/u, "").replace(/^[^\p{L}]+/u, "");
  return TOP_PASSWORDS.has(plain) || TOP_PASSWORDS.has(stem) || new Set(plain).size < 5 || isRun(plain);
}

/** 123456789012, abcdefghijkl and the same backwards. */
function isRun(plain: string): boolean {
  const steps = new Set([...plain].slice(1).map((sign, index) => ((sign.codePointAt(0) ?? 0) - (plain.codePointAt(index) ?? 0) + 10) % 10));
  return steps.size === 1;
}

/** The whole address, the part before the @ and each name, without signs; words under five letters are too common to forbid. */
function ownWords({ email, names }: { email: string; names: readonly string[] }): string[] {
  const words = [email, email.split("@")[0] ?? "", ...names, ...names.flatMap((name) => name.split(/[\s,.-]+/))];
  return [...new Set(words.map((word) => squeeze(word.toLowerCase())).filter((word) => word.length >= 5))];
}

function squeeze(text: string): string {
  return text.normalize("NFC").replace(/[^\p{L}\p{N}]/gu, "");
}
