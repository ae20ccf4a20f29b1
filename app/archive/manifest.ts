import { portableFileName } from "#app/evidence/file-name.ts";

export const manifestName = "manifest-sha256.txt";

/** The text `sha256sum -c` reads: one line a file, in the order of paths. */
export function manifestOf(files: readonly { path: string; sha256: string }[]): string {
  const inOrder = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return inOrder.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join("");
}

/** Where each file lies in the package: `evidence/<number>-<name>`, numbered from 1 in the order given, so that equal names stay apart. */
export function evidencePaths(names: readonly string[]): string[] {
  const digits = Math.max(2, String(names.length).length);
  return names.map((name, index) => `evidence/${String(index + 1).padStart(digits, "0")}-${portableFileName(name)}`);
}

/** Where the signed contract of a recorded version lies in the package. */
export function contractPath(version: number, name: string): string {
  return `contract/${String(version).padStart(2, "0")}-${portableFileName(name)}`;
}

/** Is this a path a package may hold: relative, of plain segments, in NFC, nothing that climbs or needs escaping in a manifest? */
export function isPackagePath(path: string): boolean {
  return path.length <= 255 && path === path.normalize("NFC") && path.split("/").every((part) => /^[\p{L}\p{N}_][\p{L}\p{N}\p{M}._-]*$/u.test(part));
}
